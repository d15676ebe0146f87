import Drawing

/// Reads the path of a shape: the commands M, L, H, V, C and Z of SVG with absolute numbers.
enum ShapePath {
  /// The path with each coordinate times `scale`; nil for anything else than such a path.
  static func read(_ text: String, scaledBy scale: (x: Double, y: Double)) -> Path? {
    guard text.utf8.count <= 65_536, let words = words(of: text) else { return nil }
    var elements: [Path.Element] = []
    var point = Point.zero
    var index = 0
    var command: Character?
    func numbers(_ count: Int) -> [Double]? {
      guard index + count <= words.count else { return nil }
      let values = words[index..<index + count].compactMap { $0.number }
      guard values.count == count else { return nil }
      index += count
      return values
    }
    func at(_ x: Double, _ y: Double) -> Point {
      Point(x: Length(x * scale.x), y: Length(y * scale.y))
    }
    while index < words.count {
      if let next = words[index].command {
        command = next
        index += 1
      }
      guard let current = command, current == "M" || !elements.isEmpty else { return nil }
      switch current {
      case "M", "L":
        guard let pair = numbers(2) else { return nil }
        point = at(pair[0], pair[1])
        elements.append(current == "M" ? .move(point) : .line(point))
        command = "L"
      case "H":
        guard let value = numbers(1) else { return nil }
        point.x = at(value[0], 0).x
        elements.append(.line(point))
      case "V":
        guard let value = numbers(1) else { return nil }
        point.y = at(0, value[0]).y
        elements.append(.line(point))
      case "C":
        guard let six = numbers(6) else { return nil }
        point = at(six[4], six[5])
        elements.append(
          .curve(control1: at(six[0], six[1]), control2: at(six[2], six[3]), end: point))
      default:
        elements.append(.close)
        command = nil
      }
    }
    return elements.count > 1 ? Path(elements) : nil
  }

  private struct Word {
    var command: Character?
    var number: Double?
  }

  private static func words(of text: String) -> [Word]? {
    var words: [Word] = []
    var number = ""
    func endNumber() -> Bool {
      if number.isEmpty { return true }
      guard let value = Double(number), value.isFinite, abs(value) <= 100_000 else { return false }
      words.append(Word(number: value))
      number = ""
      return true
    }
    for character in text {
      switch character {
      case "M", "L", "H", "V", "C", "Z":
        guard endNumber() else { return nil }
        words.append(Word(command: character))
      case " ", ",", "\n", "\t":
        guard endNumber() else { return nil }
      case "-":
        guard endNumber() else { return nil }
        number = "-"
      case "0"..."9", ".":
        number.append(character)
      default:
        return nil
      }
    }
    return endNumber() ? words : nil
  }
}
