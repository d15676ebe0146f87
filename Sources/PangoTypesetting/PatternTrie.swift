/// A dictionary that is nothing but Liang's patterns, as those of most languages are.
///
/// It says what libhyphen says of the same file, but takes a tenth of the time to read: the patterns stay
/// where they stand in the file, and a tree of their letters leads to them. F. M. Liang, "Word
/// Hy-phen-a-tion by Com-put-er" (1983).
final class PatternTrie: LoadedDictionary {
  let isUTF8: Bool

  /// A beginning of patterns.
  private struct Node {
    var letter: UInt8
    /// Where the pattern stands that ends here; -1 for none.
    var pattern: Int32 = -1
    /// The first of the nodes that go on, and the next of those that go on where this does; 0 for none.
    var child: Int32 = 0
    var sibling: Int32 = 0
  }

  private let file: [UInt8]
  private let nodes: [Node]
  /// The fewest letters before and behind a break, by the dictionary's own account.
  private let fewest: (before: Int, behind: Int)

  /// Reads a dictionary; nil if it has more than patterns: other words are then for libhyphen.
  init?(_ file: [UInt8]) {
    var nodes: [Node] = []
    nodes.reserveCapacity(file.count / 2)
    nodes.append(Node(letter: 0))
    var settings: [String: Int] = [:]
    var line = Self.line(from: 0, in: file)
    switch String(decoding: file[line], as: UTF8.self) {
    case "UTF-8": isUTF8 = true
    case "ISO8859-1": isUTF8 = false
    default: return nil
    }
    while line.upperBound < file.count {
      line = Self.line(from: line.upperBound + 1, in: file)
      if line.isEmpty { continue }
      switch file[line.lowerBound] {
      case UInt8(ascii: "%"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        let words = String(decoding: file[line], as: UTF8.self).split(separator: " ")
        guard words.count == 2, let value = Int(words[1]) else { return nil }
        settings[String(words[0])] = value
      default:
        guard Self.add(line, of: file, to: &nodes) else { return nil }
      }
    }
    guard let fewest = Self.fewest(settings) else { return nil }
    self.file = file
    self.nodes = nodes
    self.fewest = fewest
  }

  /// A line without what ends it.
  private static func line(from start: Int, in file: [UInt8]) -> Range<Int> {
    var end = start
    while end < file.count, file[end] != UInt8(ascii: "\n") { end += 1 }
    return min(start, end)..<end
  }

  /// The fewest letters before and behind a break; nil if only some of the four numbers are given.
  private static func fewest(_ settings: [String: Int]) -> (before: Int, behind: Int)? {
    // What libhyphen takes for a dictionary that does not say.
    if settings.isEmpty { return (2, 2) }
    guard settings.count == 4, let before = settings["LEFTHYPHENMIN"],
      let behind = settings["RIGHTHYPHENMIN"],
      let compoundBefore = settings["COMPOUNDLEFTHYPHENMIN"],
      let compoundBehind = settings["COMPOUNDRIGHTHYPHENMIN"]
    else { return nil }
    return (max(before, compoundBefore), max(behind, compoundBehind))
  }

  // MARK: The tree

  /// Puts a pattern into a tree; false if it is more than letters and digits.
  private static func add(_ line: Range<Int>, of file: [UInt8], to nodes: inout [Node]) -> Bool {
    var node = 0
    for place in line {
      let byte = file[place]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: "/"), UInt8(ascii: "="), 0...UInt8(ascii: " "): return false
      default:
        // Patterns stand in order: the way to one is that to the one before for most of its letters.
        if let known = child(of: node, byte, in: nodes) {
          node = known
        } else {
          nodes.append(Node(letter: byte, sibling: nodes[node].child))
          nodes[node].child = Int32(nodes.count - 1)
          node = nodes.count - 1
        }
      }
    }
    nodes[node].pattern = Int32(line.lowerBound)
    return true
  }

  private static func child(of node: Int, _ letter: UInt8, in nodes: [Node]) -> Int? {
    var child = Int(nodes[node].child)
    while child > 0, nodes[child].letter != letter { child = Int(nodes[child].sibling) }
    return child > 0 ? child : nil
  }

  // MARK: Hyphenating

  func marks(in bytes: [UInt8], letters: Int) -> [Bool]? {
    let dot = UInt8(ascii: ".")
    let word = [dot] + bytes + [dot]
    // The greatest number that a pattern has behind each byte of the word; a break is where it is odd.
    var numbers = [UInt8](repeating: 0, count: word.count + 1)
    var (start, node) = (0, 0)
    for place in word.indices {
      // The longest text up to here that some pattern begins with: only its own pattern counts, for the
      // dictionaries have patterns that say what shorter ones within them do.
      while true {
        if let next = Self.child(of: node, word[place], in: nodes) {
          node = next
          break
        }
        guard start < place else {
          start = place + 1
          break
        }
        repeat { start += 1 } while !find(word[start..<place], node: &node)
      }
      if nodes[node].pattern >= 0 { apply(Int(nodes[node].pattern), at: start, to: &numbers) }
    }
    return marks(of: numbers, bytes: bytes, letters: letters)
  }

  /// Goes to the node of a text; false if no pattern begins with it.
  private func find(_ text: ArraySlice<UInt8>, node: inout Int) -> Bool {
    node = 0
    for byte in text {
      guard let next = Self.child(of: node, byte, in: nodes) else { return false }
      node = next
    }
    return true
  }

  /// Raises the numbers of a word to those of a pattern that stands in it.
  private func apply(_ pattern: Int, at start: Int, to numbers: inout [UInt8]) {
    // The number before the first letter belongs behind the one before it.
    var place = start - 1
    for index in pattern..<file.count {
      let byte = file[index]
      if byte <= UInt8(ascii: " ") { break }
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        if place >= 0 { numbers[place] = max(numbers[place], byte - UInt8(ascii: "0")) }
      } else {
        place += 1
      }
    }
  }

  /// For each letter, whether a break may follow it.
  private func marks(of numbers: [UInt8], bytes: [UInt8], letters: Int) -> [Bool] {
    var result: [Bool] = []
    result.reserveCapacity(letters)
    for index in bytes.indices {
      let endsLetter = !isUTF8 || index + 1 == bytes.count || bytes[index + 1] & 0xC0 != 0x80
      // The dot stands before the word.
      if endsLetter { result.append(numbers[index + 1] & 1 == 1) }
    }
    for index in result.indices
    where index + 1 < fewest.before || result.count - index - 1 < fewest.behind {
      result[index] = false
    }
    return result
  }
}
