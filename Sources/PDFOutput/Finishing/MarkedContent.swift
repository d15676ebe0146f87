import PageModel

/// Turns the markers of a content stream into marked content, and everything outside into artifacts.
struct MarkedContent {
  private let tokens: ContentTokens
  private let operations: [ContentOperation]
  private var output: [UInt8] = []
  /// The ids of the content runs that were found, in order.
  private(set) var runs: [Int] = []
  private var isOpen = false

  init(_ bytes: [UInt8]) {
    tokens = ContentTokens(bytes: bytes)
    operations = tokens.operations()
    output.reserveCapacity(bytes.count + bytes.count / 4)
  }

  /// A marker: its kind, its number, the operations that it takes.
  private struct Marker {
    var kind: Double
    var number: Int
    var last: Int
    var graphicsState: Int?
  }

  private static let painting: [StaticString] = [
    "S", "s", "f", "F", "f*", "B", "B*", "b", "b*",
  ]

  /// The rewritten stream; nil if markers nest, or one is left open.
  mutating func rewritten() -> [UInt8]? {
    var index = 0
    while index < operations.count {
      if let marker = marker(at: index) {
        if let state = marker.graphicsState { copy(state..<(state + 1)) }
        guard apply(marker) else { return nil }
        index = marker.last + 1
        continue
      }
      index = isOpen ? copyOne(index) : copyArtifact(index)
    }
    return isOpen ? nil : output
  }

  private mutating func apply(_ marker: Marker) -> Bool {
    if marker.kind == RunMarker.end {
      guard isOpen else { return false }
      append("EMC\n")
      isOpen = false
      return true
    }
    guard !isOpen else { return false }
    isOpen = true
    if marker.kind == RunMarker.content {
      runs.append(marker.number)
      append("/Span <</MCID \(marker.number)>> BDC\n")
      return true
    }
    let kinds = PageItem.Artifact.allCases
    switch kinds.indices.contains(marker.number) ? kinds[marker.number] : .layout {
    case .layout: append("/Artifact <</Type /Layout>> BDC\n")
    case .header: append("/Artifact <</Type /Pagination /Subtype /Header>> BDC\n")
    case .footer: append("/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n")
    case .background: append("/Artifact <</Type /Background>> BDC\n")
    }
    return true
  }

  private mutating func copyOne(_ index: Int) -> Int {
    copy(index..<(index + 1))
    return index + 1
  }

  /// Copies what stands outside every run; what it paints is wrapped as an artifact.
  private mutating func copyArtifact(_ index: Int) -> Int {
    var end = index
    var isPainting = false
    let operation = operations[index]
    if isNamed(operation, "re") || isNamed(operation, "m") {
      while end < operations.count, !isPaint(operations[end]), !isNamed(operations[end], "n") {
        end += 1
      }
      isPainting = end < operations.count && !isNamed(operations[end], "n")
    } else if isNamed(operation, "BT") {
      while end < operations.count, !isNamed(operations[end], "ET") { end += 1 }
      isPainting = true
    } else {
      isPainting = isNamed(operation, "Do") || isNamed(operation, "sh") || isNamed(operation, "EI")
    }
    end = min(end, operations.count - 1)
    if isPainting { append("/Artifact BMC\n") }
    copy(index..<(end + 1))
    if isPainting { append("EMC\n") }
    return end + 1
  }

  private func isNamed(_ operation: ContentOperation, _ name: StaticString) -> Bool {
    tokens.isOperation(operation, name)
  }

  private func isPaint(_ operation: ContentOperation) -> Bool {
    Self.painting.contains { tokens.isOperation(operation, $0) }
  }

  /// The marker at an operation: `r g b rg`, perhaps `/aN gs`, `0 0 1 1 re`, `f`.
  private func marker(at index: Int) -> Marker? {
    guard isNamed(operations[index], "rg") else { return nil }
    let parts = numbers(of: operations[index])
    guard parts.count == 3 else { return nil }
    let kinds = [RunMarker.content, RunMarker.artifact, RunMarker.end]
    guard let kind = kinds.first(where: { abs($0 - parts[0]) < 0.00005 }) else { return nil }
    var next = index + 1
    var state: Int?
    while next < operations.count, isNamed(operations[next], "gs") {
      state = next
      next += 1
    }
    guard next + 1 < operations.count, isNamed(operations[next], "re"),
      isNamed(operations[next + 1], "f"), numbers(of: operations[next]) == [0, 0, 1, 1]
    else { return nil }
    let number = Int((parts[1] * 1000).rounded()) * 1000 + Int((parts[2] * 1000).rounded())
    return Marker(kind: kind, number: number, last: next + 1, graphicsState: state)
  }

  private func numbers(of operation: ContentOperation) -> [Double] {
    let operands = tokens.bytes[operation.bytes.lowerBound..<operation.name]
    return String(decoding: operands, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .compactMap { Double($0) }
  }

  private mutating func copy(_ range: Range<Int>) {
    for operation in operations[range] {
      output += tokens.bytes[operation.bytes]
      output.append(10)
    }
  }

  private mutating func append(_ text: String) { output += text.utf8 }
}
