import Diagnostics
import LocatedYAML
import Testing

/// The value at a path of keys and indices.
private func find(_ path: String, in root: YAMLValue?) -> YAMLValue? {
  path.split(separator: ".").reduce(root) { value, part in
    switch value?.content {
    case .mapping(let entries): entries.first { $0.key.text == part }?.value
    case .sequence(let items): Int(part).flatMap { items.indices.contains($0) ? items[$0] : nil }
    default: nil
    }
  }
}

private func place(_ range: SourceRange?) -> String {
  guard let range else { return "nowhere" }
  return "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
}

@Suite struct YAMLPositionTests {
  @Test(arguments: [
    ("a: één twee", "a", "één twee", "1:4-1:12"),
    ("a:   plain words  # remark", "a", "plain words", "1:6-1:17"),
    ("a: 'it''s'", "a", "it's", "1:4-1:11"),
    ("a: \"x\\ty\"", "a", "x\ty", "1:4-1:10"),
    ("a: one\n  two", "a", "one two", "1:4-2:6"),
    ("a: |\n  one\n  two\nb: 1", "a", "one\ntwo\n", "1:4-3:6"),
    ("a: >-\n  one\n  two\nb: 1", "a", "one two", "1:4-3:6"),
    ("a: [x, {b: y}]", "a.1.b", "y", "1:12-1:13"),
    ("a:\r\n  - b: no\r\n  - 2021\r\n", "a.1", "2021", "3:5-3:9"),
    ("- - x", "0.0", "x", "1:5-1:6"),
    ("\u{FEFF}a: b", "a", "b", "1:5-1:6"),
    ("# \u{2028}\na: b", "a", "b", "2:4-2:5"),
    ("a: 'x\u{85}  y'\nb: z", "b", "z", "2:4-2:5"),
    ("a:\nb: 1", "a", "", "1:3-1:3"),
  ])
  func scalarsKnowTheirPlace(yaml: String, path: String, text: String, range: String) throws {
    var log = DiagnosticLog()
    let root = LocatedYAML.parse(SourceFile(path: "f.yaml", text: yaml), into: &log)
    let value = try #require(find(path, in: root))
    guard case .scalar(let scalar) = value.content else {
      Issue.record("\(path) is no scalar")
      return
    }
    #expect(log.diagnostics == [])
    #expect(scalar.text.text == text)
    #expect(place(value.range) == range)
  }

  @Test(arguments: [
    ("a: één\n   twee", "twee", "2:4-2:8"),
    ("a: \"x \\u00e9 twee\"", "twee", "1:14-1:18"),
    ("a: \"x\\\n   twee\"", "twee", "2:4-2:8"),
    ("a: 'it''s twee'", "twee", "1:11-1:15"),
    ("a: |\n    een\n\n      twee\n", "twee", "4:7-4:11"),
    ("a: >\n    een\n    twee\n", "twee", "3:5-3:9"),
    ("a: \"een\n\n  twee\"", "twee", "3:3-3:7"),
  ])
  func placesInsideATextAreKept(yaml: String, word: String, range: String) throws {
    var log = DiagnosticLog()
    let root = LocatedYAML.parse(SourceFile(path: "f.yaml", text: yaml), into: &log)
    guard case .scalar(let scalar) = try #require(find("a", in: root)).content else {
      Issue.record("no scalar")
      return
    }
    let text = scalar.text.text
    let found = try #require(text.firstRange(of: word))
    let lower = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    #expect(place(scalar.text.range(ofUTF8: lower..<lower + word.utf8.count)) == range)
    #expect(scalar.text.slice(ofUTF8: lower..<lower + word.utf8.count).text == word)
  }

  @Test func collectionsReachTheirBracket() throws {
    var log = DiagnosticLog()
    let file = SourceFile(path: "f.yaml", text: "a: [1, 2, ]\nb: {}\nc:\n  d: e\n")
    let root = LocatedYAML.parse(file, into: &log)
    #expect(place(find("a", in: root)?.range) == "1:4-1:12")
    #expect(place(find("b", in: root)?.range) == "2:4-2:6")
    #expect(place(find("c", in: root)?.range) == "4:3-4:7")
  }

  @Test func partOfAFileKeepsThePlacesOfTheFile() throws {
    var log = DiagnosticLog()
    let file = SourceFile(path: "f.md", text: "ñ\n---\ntitle: Één\n---\ntext: x\n")
    let start = file.offset(ofLine: 3)
    let root = LocatedYAML.parse(file, bytes: start..<file.offset(ofLine: 4), into: &log)
    #expect(place(find("title", in: root)?.range) == "3:8-3:11")
    #expect(find("text", in: root) == nil)
  }
}
