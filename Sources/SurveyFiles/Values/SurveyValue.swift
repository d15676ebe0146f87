/// What one field of a respondent says, in any kind of survey file.
public enum SurveyValue: Sendable, Hashable {
  /// An empty field of a text file, or what statistical packages call system-missing.
  case nothing
  /// A missing value with a letter that tells its reason, `.a` to `.z` of Stata.
  case missing(tag: Character)
  /// A number; never infinite and no NaN.
  case number(Double)
  /// A text, without spaces around it.
  case text(String)
}

extension SurveyValue {
  /// The value as codebooks write it: `1`, `2.5`, `.a`, the text itself, and "" for nothing.
  ///
  /// A number in a text file and the same number in a binary one have the same code, so that a
  /// codebook serves both.
  public var code: String {
    switch self {
    case .nothing: ""
    case .missing(let tag): ".\(tag)"
    case .number(let number): Self.code(of: number)
    case .text(let text): text
    }
  }

  /// The number of the field; a text counts if it is one, with a decimal point or comma.
  public var number: Double? {
    switch self {
    case .nothing, .missing: nil
    case .number(let number): number
    case .text(let text): Self.number(in: text)
    }
  }

  private static func code(of number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }

  /// The number that a text is, with a decimal point or comma; nil for anything else.
  public static func number(in text: String) -> Double? {
    var bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 32 else { return nil }
    for (position, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        continue
      case UInt8(ascii: ","): bytes[position] = UInt8(ascii: ".")
      default: return nil
      }
    }
    return Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}
