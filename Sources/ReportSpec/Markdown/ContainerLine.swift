import Diagnostics

extension SpecContainer {
  /// The names that may stand behind colons.
  static let names = [
    "columns", "callout", "bubble", "together", "page", "wide", "beside", "each", "only", "unbound",
  ]

  /// What the words behind the colons of a line say; without words the line closes a container.
  static func line(
    _ words: [LocatedText], at colons: SourceRange, into log: inout DiagnosticLog
  ) -> MarkdownSource.ContainerLine {
    guard let name = words.first else { return .closing }
    let arguments = Array(words.dropFirst())
    func expect(_ count: ClosedRange<Int>, _ usage: String) -> Bool {
      if count.contains(arguments.count) { return true }
      log.report(.containerArguments(usage, at: name.range))
      return false
    }
    switch name.text {
    case "callout":
      return expect(0...0, "callout") ? .opening(.callout) : .faulty
    case "bubble":
      return expect(0...0, "bubble") ? .opening(.bubble) : .faulty
    case "together":
      if arguments.map(\.text) == ["else", "apart"] { return .opening(.apart) }
      return expect(0...0, "together, or together else apart") ? .opening(.together) : .faulty
    case "page":
      return expect(0...0, "page") ? .opening(.page) : .faulty
    case "wide":
      return expect(0...0, "wide") ? .opening(.wide) : .faulty
    case "beside":
      return expect(0...0, "beside") ? .opening(.beside) : .faulty
    case "columns":
      guard expect(1...1, "columns 2") else { return .faulty }
      guard let count = Int(arguments[0].text), (2...4).contains(count) else {
        log.report(.columnCount(at: arguments[0].range))
        return .faulty
      }
      return .opening(.columns(count))
    case "each":
      if arguments.count == 3, arguments[0].text == "item", arguments[1].text == "of" {
        return .opening(.eachItem(of: arguments[2]))
      }
      guard expect(1...1, "each BREAKDOWN") else { return .faulty }
      return .opening(.eachSegment(of: arguments[0]))
    case "only":
      guard expect(1...64, "only SEGMENT") else { return .faulty }
      return .opening(.only(arguments))
    case "unbound":
      guard expect(1...64, "unbound \"reason\""), let last = arguments.last else { return .faulty }
      let range = SourceRange(
        file: last.range.file, start: arguments[0].range.start, end: last.range.end)
      let reason = arguments.map(\.text).joined(separator: " ")
      return .opening(.unbound(reason: LocatedText(reason, at: range)))
    default:
      log.report(.unknownContainer(name.text, known: names, at: name.range))
      return .faulty
    }
  }
}

extension HeadingAttributes {
  private static let names = ["question", "wave", "by", "for"]

  /// Reads `#anchor key=value …`, the words between the braces of a heading.
  static func read(
    _ source: MarkdownSource, _ bytes: Range<Int>, into log: inout DiagnosticLog
  ) -> HeadingAttributes {
    var result = HeadingAttributes()
    var rest = bytes
    while true {
      rest = rest.drop { source.bytes[$0] == 0x20 || source.bytes[$0] == 0x09 }
      let length = source.bytes[rest].prefix { $0 != 0x20 && $0 != 0x09 }.count
      if length == 0 { return result }
      let word = source.located(rest.lowerBound..<rest.lowerBound + length)
      rest = rest.dropFirst(length)
      result.take(word, into: &log)
    }
  }

  private mutating func take(_ word: LocatedText, into log: inout DiagnosticLog) {
    let count = word.text.utf8.count
    if word.text.hasPrefix("#") {
      let name = word.slice(ofUTF8: 1..<max(1, count))
      if name.text.isEmpty { return log.report(.headingAttribute(at: word.range)) }
      anchor = name
      return
    }
    guard let equals = word.text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      return log.report(.headingAttribute(at: word.range))
    }
    let length = word.text.utf8.distance(from: word.text.startIndex, to: equals)
    let key = word.slice(ofUTF8: 0..<length)
    var value = word.slice(ofUTF8: (length + 1)..<max(length + 1, count))
    if value.text.utf8.count >= 2, value.text.hasPrefix("\""), value.text.hasSuffix("\"") {
      value = value.slice(ofUTF8: 1..<value.text.utf8.count - 1)
    }
    if value.text.isEmpty { return log.report(.headingAttribute(at: word.range)) }
    switch key.text {
    case "question": question = value
    case "wave": wave = value
    case "by": by = value
    case "for": segment = value
    default:
      log.report(.unknownHeadingAttribute(key.text, known: Self.names, at: key.range))
    }
  }
}
