import Testing

@testable import SurveyFiles

/// Distinct values and their numbers.
@Suite struct ValueTableTests {
  @Test func everyValueHasOneNumber() {
    var table = ValueTable()
    for round in 0..<2 {
      for number in 0..<5000 {
        let value = Double(number) / 8
        let index = table.index(ofKey: value.bitPattern) {
          round == 0 ? .number(value) : nil
        }
        #expect(index == Int32(number + 1))
      }
    }
    #expect(table.values.count == 5001)
    #expect(table.values[0] == .nothing)
    #expect(table.values[9] == .number(1))
  }

  @Test func aTableWithoutRepetitionIsEmptied() {
    var batch = RowBatch(columns: 1)
    var rows = 0
    while batch.tables[0].generation == 0, rows < 100_000 {
      batch.setNumber(Double(rows) + 0.5, column: 0)
      batch.endRow(line: rows + 1)
      rows += 1
      if batch.isFull { batch.clear() }
    }
    #expect(batch.tables[0].generation == 1)
    #expect(batch.tables[0].values == [.nothing])
    #expect(rows > 1 << 15)
  }

  @Test func longTextsEndABatchEarly() {
    var batch = RowBatch(columns: 1)
    var rows = 0
    while !batch.isFull {
      batch.setText(String(repeating: "x", count: 100_000) + String(rows), column: 0)
      batch.endRow(line: rows + 1)
      rows += 1
    }
    #expect(rows == 11)
  }

  @Test func codesAreWhatCodebooksWrite() {
    let codes: [(SurveyValue, String)] = [
      (.nothing, ""), (.number(1), "1"), (.number(-2), "-2"), (.number(1.5), "1.5"),
      (.missing(tag: "a"), ".a"), (.text("ja"), "ja"), (.number(1e300), "1e+300"),
    ]
    for (value, code) in codes { #expect(value.code == code) }
  }

  @Test func numbersOfValues() {
    let numbers: [(SurveyValue, Double?)] = [
      (.nothing, nil), (.number(2), 2), (.text("1,5"), 1.5), (.text("0x10"), nil),
      (.text("nan"), nil), (.missing(tag: "b"), nil),
    ]
    for (value, number) in numbers { #expect(value.number == number) }
  }

  @Test func bothZerosAreOne() {
    var batch = RowBatch(columns: 1)
    for zero in [0.0, -0.0] {
      batch.setNumber(zero, column: 0)
      batch.endRow(line: 1)
    }
    #expect(batch.codes(of: 0) == [1, 1])
  }
}
