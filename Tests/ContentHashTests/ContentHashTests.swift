import ContentHash
import Foundation
import TestSupport
import Testing

@Suite struct ContentHashTests {
  /// The examples of FIPS 180-2, appendix B, and the hash of nothing.
  static let vectors = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test(arguments: vectors) func isThatOfTheStandard(_ text: String, _ digits: String) {
    #expect(ContentHash(of: text).hexadecimal == digits)
    #expect(ContentHash(of: Array(text.utf8)).hexadecimal == digits)
  }

  @Test(arguments: 0..<20) func isTheSameWholeInPiecesAndFromAFile(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...200_000, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    var hasher = ContentHasher()
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(Int.random(in: 0...70_000, using: &generator)))
      hasher.update(piece.span)
      rest = rest.dropFirst(piece.count)
    }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let whole = ContentHash(of: bytes)
    #expect(hasher.finish() == whole, "seed \(seed)")
    #expect(ContentHash(ofFile: file.path) == whole, "seed \(seed)")
  }

  @Test func isNilForWhatCannotBeRead() {
    #expect(ContentHash(ofFile: "/nowhere/at-all") == nil)
    #expect(ContentHash(ofFile: FileManager.default.temporaryDirectory.path) == nil)
  }
}
