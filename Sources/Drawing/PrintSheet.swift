/// The sheet that a page is printed on and trimmed from.
public struct PrintSheet: Sendable, Hashable {
  /// How far grounds reach beyond the trimmed page.
  public var bleed: Length
  /// Whether crop marks stand outside the bleed.
  public var hasMarks: Bool
  /// What the number of pages is a multiple of; blank pages fill it up.
  public var multiple: Int

  /// Creates a sheet.
  public init(bleed: Length, hasMarks: Bool = false, multiple: Int = 1) {
    self.bleed = bleed
    self.hasMarks = hasMarks
    self.multiple = multiple
  }

  /// The length of a crop mark.
  public static let markLength: Length = 14

  /// How far the sheet reaches beyond the trimmed page, on each side.
  public var margin: Length { hasMarks ? bleed + Self.markLength + 3 : bleed }
}
