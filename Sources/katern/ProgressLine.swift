import Foundation

/// A line on a terminal that says how far a run is, written over and over in its place.
///
/// Nothing is written if standard error is no terminal, or if the user wants quiet.
final class ProgressLine {
  private let isShown: Bool
  private var shown = ""

  init(isQuiet: Bool) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

  /// Shows how many of something are done; without a whole, only how many.
  func show(_ done: Int, of whole: Int?, _ things: String) {
    guard isShown else { return }
    var text = "\(done) \(things)"
    if let whole, whole > 0 {
      let tenths = min(20, done * 20 / whole)
      let bar = String(repeating: "█", count: tenths) + String(repeating: "░", count: 20 - tenths)
      text = "\(bar) \(min(100, done * 100 / whole)) %  \(done) of \(whole) \(things)"
    }
    if text != shown { StandardError.write("\r\u{1B}[K" + text) }
    shown = text
  }

  /// Takes the line away.
  func clear() {
    if !shown.isEmpty { StandardError.write("\r\u{1B}[K") }
    shown = ""
  }
}
