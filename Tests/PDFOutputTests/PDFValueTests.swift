import Testing

@testable import PDFOutput

@Suite struct PDFValueTests {
  private func value(_ text: String) -> PDFValue {
    var parser = PDFValueParser(Array(text.utf8))
    return parser.value()
  }

  @Test func readsWhatADictionaryHolds() {
    let value = value("<</A 12/B -0.5 /C[1 2 0 R(a\\(b\\))]/D<</E true>>/F null/G<FEFF00E9>>>")
    #expect(value["A"].whole == 12)
    if case .number(let number) = value["B"] { #expect(number == -0.5) } else { Issue.record() }
    #expect(value["C"].items.count == 3)
    if case .reference(let number) = value["C"].items[1] {
      #expect(number == 2)
    } else {
      Issue.record()
    }
    #expect(value["C"].items[2].text == "a(b)")
    if case .boolean(true) = value["D"]["E"] {} else { Issue.record() }
    #expect(value["F"].items.isEmpty)
    #expect(value["G"].text == "é")
    #expect(value["H"].items.isEmpty)
  }

  @Test(arguments: [
    "12", "-0.5", "/Name", "(a\\)(b))", "<00FF>", "[]", "<<>>", "true",
    "[1 2 0 R(a]b)[/C<</D[3]>>]]", "<</A<</B[1(>>)]>>/C<AB>/D(]>>)>>",
  ])
  func passesOverAValueAsItIsRead(text: String) {
    let bytes = Array("  \(text) /Next".utf8)
    var (reading, passing) = (PDFValueParser(bytes), PDFValueParser(bytes))
    _ = reading.value()
    passing.skipValue()
    let (afterPassing, afterReading) = (passing.nextKey(), reading.nextKey())
    #expect(afterPassing == afterReading && afterReading == Array("Next".utf8)[...])
  }

  @Test func findsKeysBehindValuesThatArePassedOver() {
    var entries = PDFValueParser(Array("<</A 12 0 R/B(b)/C[7 8 0 R<</D 1>>]/E 2>>/F".utf8))
    let isDictionary = entries.enterDictionary()
    #expect(isDictionary)
    var keys: [String] = []
    while let key = entries.nextKey() {
      keys.append(String(decoding: key, as: UTF8.self))
      entries.skipValue()
    }
    #expect(keys == ["A", "B", "C", "E"])
  }

  @Test func readsNumbersOfDigitsAlone() {
    var parser = PDFValueParser(Array(" 12 034 -5".utf8))
    let numbers = (0..<3).map { _ in parser.natural() }
    #expect(numbers == [12, 34, nil])
    let rest = parser.value()
    #expect(rest.whole == -5)
  }

  @Test(arguments: ["", "<<", "<</A", "[1 2", "(a", "<00", "<</A[<</B", "]", ">>", "/"])
  func endsWhereDamagedTextEnds(text: String) {
    _ = value(text)
    var parser = PDFValueParser(Array(text.utf8))
    parser.skipValue()
    _ = parser.value()
  }

  @Test func doesNotFollowADeepValue() {
    _ = value(String(repeating: "[", count: 10_000))
    _ = value(String(repeating: "<</A", count: 10_000))
  }

  @Test func refusesWhatKaternDidNotWrite() {
    for text in ["", "%PDF-1.7", "%PDF-1.7\nstartxref\n5\n%%EOF\n", "startxref\n99\n%%EOF\n"] {
      #expect(throws: DrawingError.self) { try FinishedText(reading: Array(text.utf8)) }
    }
  }
}
