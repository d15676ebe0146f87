/// What can go wrong while drawing or finishing a file.
public enum DrawingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A font file that FreeType cannot load.
  case font(path: String, code: Int32)
  /// Cairo refuses something; its own status and words.
  case cairo(status: UInt32, message: String)
  /// A picture whose pixels cannot be decoded; the decoder's words.
  case picture(name: String, message: String)
  /// qpdf refuses something; its own words.
  case qpdf(String)
  /// The drawn page does not hold the runs that were drawn.
  case lostRun(page: Int, found: Int, expected: Int)

  /// The fault in one sentence.
  public var description: String {
    switch self {
    case .font(let path, let code): "FreeType cannot load \(path) (error \(code))"
    case .cairo(let status, let message): "Cairo: \(message) (status \(status))"
    case .picture(let name, let message): "the picture \(name) cannot be decoded: \(message)"
    case .qpdf(let message): "qpdf: \(message)"
    case .lostRun(let page, let found, let expected):
      "page \(page) has \(found) of \(expected) content runs"
    }
  }
}
