/// A picture of pixels as it was read: the bytes of a PNG or JPEG file.
///
/// The bytes are kept as they are; only what draws pages decodes them.
public struct Picture: Sendable, Hashable {
  /// The formats.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case png
    case jpeg
  }

  /// The path that messages print.
  public var name: String
  /// The format.
  public var format: Format
  /// The bytes of the file.
  public var bytes: [UInt8]
  /// How many pixels a row has.
  public var width: Int
  /// How many rows of pixels there are.
  public var height: Int

  /// Creates a picture; `width` and `height` are positive.
  public init(name: String, format: Format, bytes: [UInt8], width: Int, height: Int) {
    precondition(width > 0 && height > 0, "a picture has pixels")
    self.name = name
    self.format = format
    self.bytes = bytes
    self.width = width
    self.height = height
  }

  /// Whether two pictures are the same: their pixels are not compared where the names differ.
  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.format == right.format && left.width == right.width
      && left.height == right.height && left.bytes == right.bytes
  }

  /// Hashes the name and the size.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(width)
    hasher.combine(height)
  }
}

/// A picture placed on a page, scaled to its frame.
public struct PictureMark: Sendable, Hashable {
  /// The picture.
  public var picture: Picture
  /// The area that it fills.
  public var frame: Rect

  /// Creates a mark.
  public init(_ picture: Picture, in frame: Rect) {
    self.picture = picture
    self.frame = frame
  }
}
