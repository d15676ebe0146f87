/// What can go wrong while drawing, writing or reading a file.
public enum DrawingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A font file that cannot be loaded.
  case font(path: String)
  /// Cairo refuses something; its own status and words.
  case cairo(status: UInt32, message: String)
  /// A picture whose pixels cannot be decoded; the decoder's words.
  case picture(name: String, message: String)
  /// A PDF cannot be written; why not.
  case pdf(String)

  /// The fault in one sentence.
  public var description: String {
    switch self {
    case .font(let path): "the font \(path) cannot be loaded"
    case .cairo(let status, let message): "Cairo: \(message) (status \(status))"
    case .picture(let name, let message): "the picture \(name) cannot be decoded: \(message)"
    case .pdf(let message): "the PDF cannot be written: \(message)"
    }
  }
}
