import Drawing

/// What the first bytes of a picture file say, read without decoding it.
struct PictureHeader {
  /// Why a file is no picture that can be printed.
  enum Fault: Error {
    /// It is neither PNG nor JPEG.
    case unknownFormat
    /// It ends too soon or contradicts itself.
    case damaged
    /// Its colours are those of a printing press, which PDF/A does not take beside sRGB.
    case notRGB
  }

  /// The format.
  var format: Picture.Format
  /// The size in pixels, both at least 1.
  var width: Int
  var height: Int

  /// Reads a header and follows the file's own divisions to its end.
  init(_ bytes: [UInt8]) throws(Fault) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = try Self.png(bytes)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = try Self.jpeg(bytes)
    } else {
      throw .unknownFormat
    }
  }

  private init(format: Picture.Format, width: Int, height: Int) throws(Fault) {
    guard width > 0, height > 0 else { throw .damaged }
    self.format = format
    self.width = width
    self.height = height
  }

  /// PNG: chunks of a length, a name, data and a sum, from IHDR to IEND.
  private static func png(_ bytes: [UInt8]) throws(Fault) -> Self {
    var position = 8
    var size: (width: Int, height: Int)?
    while position + 12 <= bytes.count {
      let length = number(bytes, at: position, count: 4)
      let name = Array(bytes[position + 4..<position + 8])
      guard length <= bytes.count - position - 12 else { throw .damaged }
      if size == nil {
        guard name == Array("IHDR".utf8), length == 13 else { throw .damaged }
        size = (
          number(bytes, at: position + 8, count: 4), number(bytes, at: position + 12, count: 4)
        )
      }
      if name == Array("IEND".utf8), let size {
        return try Self(format: .png, width: size.width, height: size.height)
      }
      position += 12 + length
    }
    throw .damaged
  }

  /// JPEG: segments behind markers up to the scan; the frame header has the size and the colours.
  private static func jpeg(_ bytes: [UInt8]) throws(Fault) -> Self {
    var position = 2
    var header: Self?
    while position + 4 <= bytes.count {
      guard bytes[position] == 0xFF else { throw .damaged }
      let marker = bytes[position + 1]
      if marker == 0xFF {
        position += 1
        continue
      }
      let length = number(bytes, at: position + 2, count: 2)
      guard length >= 2, position + 2 + length <= bytes.count else { throw .damaged }
      let isFrame =
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        guard length >= 8 else { throw .damaged }
        let components = bytes[position + 9]
        guard components == 1 || components == 3 else { throw .notRGB }
        header = try Self(
          format: .jpeg, width: number(bytes, at: position + 7, count: 2),
          height: number(bytes, at: position + 5, count: 2))
      }
      if marker == 0xDA {
        // The scan runs to the end marker; some writers put zeros behind it.
        guard let header,
          bytes.suffix(64).lastIndex(of: 0xD9).map({ bytes[$0 - 1] == 0xFF }) == true
        else { throw .damaged }
        return header
      }
      position += 2 + length
    }
    throw .damaged
  }

  /// A number of bytes, the most significant first.
  private static func number(_ bytes: [UInt8], at start: Int, count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
