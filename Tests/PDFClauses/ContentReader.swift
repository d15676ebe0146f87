import PDFOutput

/// Reads a content stream: which marked content it has, and whether everything painted is marked.
struct ContentReader {
  private let tokens: ContentTokens

  init(bytes: [UInt8]) { tokens = ContentTokens(bytes: bytes) }

  private static let painting: [StaticString] = [
    "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI", "Tj", "TJ", "'", "\"",
  ]

  /// The ids of the content runs in drawing order, and what is wrong.
  func read() -> (runs: [Int], faults: [String]) {
    var runs: [Int] = []
    var faults: [String] = []
    var depth = 0
    var isText = false
    for operation in tokens.operations() {
      if tokens.isOperation(operation, "BDC") || tokens.isOperation(operation, "BMC") {
        depth += 1
        let operands = tokens.bytes[operation.bytes.lowerBound..<operation.name]
        if let id = ContentTokens.identifier(in: operands) { runs.append(id) }
      } else if tokens.isOperation(operation, "EMC") {
        depth -= 1
        if depth < 0 { faults.append("a run ends that was not begun") }
        depth = max(0, depth)
      } else if tokens.isOperation(operation, "BT") {
        if isText { faults.append("text objects nest") }
        isText = true
      } else if tokens.isOperation(operation, "ET") {
        isText = false
      } else if depth == 0, Self.painting.contains(where: { tokens.isOperation(operation, $0) }) {
        faults.append("something painted is neither content nor artifact")
      }
    }
    if depth > 0 { faults.append("a run is not ended") }
    return (runs, faults)
  }
}
