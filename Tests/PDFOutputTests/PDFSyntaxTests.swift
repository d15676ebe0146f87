import Drawing
import Testing

@testable import PDFOutput

@Suite struct PDFSyntaxTests {
  private func written(_ write: (inout PDFSyntax) -> Void) -> String {
    var syntax = PDFSyntax()
    write(&syntax)
    return String(decoding: syntax.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (-0.25, "-0.25"), (0.05, "0.05"),
    (841.89, "841.89"), (1.999, "2"), (-0.001, "0"), (12.30, "12.3"), (1_234_567.01, "1234567.01"),
  ])
  func printsNumbersShortly(value: Double, text: String) {
    #expect(written { $0.decimal(value, places: 2) } == text)
  }

  @Test func printsIntegers() {
    let values = Array(-1_100...1_100) + [9_999, 10_000, 10_101, 123_456_789, .max, .min]
    for value in values { #expect(written { $0.integer(value) } == String(value)) }
  }

  @Test func escapesNames() {
    #expect(written { $0.name("Inter-Regular") } == "/Inter-Regular")
    #expect(written { $0.name("A b#(") } == "/A#20b#23#28")
  }

  @Test func escapesStrings() {
    #expect(written { $0.text("a(b)\\c\r") } == "(a\\(b\\)\\\\c\\r)")
  }

  @Test func printsOtherLettersAsUTF16() {
    var syntax = PDFSyntax()
    syntax.text("é")
    #expect(syntax.bytes == [0x28, 0xFE, 0xFF, 0x00, 0xE9, 0x29])
  }
}
