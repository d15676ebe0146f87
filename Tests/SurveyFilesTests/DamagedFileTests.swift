import SurveyFiles
import TestSupport
import Testing

/// Damaged files: a fault or a reading, never a trap, a hang or a flood.
@Suite struct DamagedFileTests {
  private static let names = [
    "small.sav", "small.zsav", "small-uncompressed.sav", "small.por", "small.dta",
  ]

  /// Reads as much as there is; returns whether the file was read to its end.
  private func reads(_ bytes: [UInt8], named name: String) throws -> Bool {
    try Fixture.with(bytes, named: name) { path in
      do {
        let file = try SurveyFile(path: path)
        var rows = 0
        let columns = Array(file.dictionary.variables.indices)
        _ = try file.readRows(of: columns) { rows += $0.count }
        #expect(rows < 100_000)
        return true
      } catch {
        #expect(error is SurveyFileFault)
        return false
      }
    }
  }

  @Test(arguments: names)
  func cutOffAnywhere(_ name: String) throws {
    let bytes = try Fixture.bytes(name)
    #expect(try reads(bytes, named: name))
    for length in stride(from: 0, to: bytes.count, by: 7) {
      let isRead = try reads(Array(bytes.prefix(length)), named: name)
      // The rows of these formats have a number that is held against what came.
      if name != "small.por", length < bytes.count - 600 { #expect(!isRead, "\(length)") }
    }
  }

  @Test(arguments: names)
  func flippedBits(_ name: String) throws {
    let bytes = try Fixture.bytes(name)
    for seed in UInt64(1)...400 {
      var random = SeededGenerator(seed: seed)
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        if Bool.random(using: &random) {
          damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        } else {
          damaged[place] = [0, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
        }
      }
      _ = try reads(damaged, named: name)
    }
  }
}
