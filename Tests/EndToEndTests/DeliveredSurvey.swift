import Foundation
import Press
import Testing

/// A report folder with the small SPSS file of the tests, or a text file, which cases damage.
struct DeliveredSurvey {
  /// The folder.
  let folder: URL

  /// Writes a codebook and the survey files.
  init() throws {
    let files = FileManager.default
    folder = files.temporaryDirectory.appendingPathComponent("survey-\(UUID().uuidString)")
    try files.createDirectory(
      at: folder.appendingPathComponent("data"), withIntermediateDirectories: true)
    let fixtures = checkout.appendingPathComponent("Tests/SurveyFilesTests/Fixtures")
    for name in ["small.sav", "small-uncompressed.sav", "small.zsav"] {
      try files.copyItem(
        at: fixtures.appendingPathComponent(name),
        to: folder.appendingPathComponent("data/" + name))
    }
    try write(Array(Self.codebook.utf8), to: "data/codebook.yaml")
    try write(Array(Self.answers.utf8), to: "data/small.csv")
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file in the folder.
  func path(_ file: String) -> String { folder.appendingPathComponent(file).path }

  /// The bytes of a file in the folder.
  func bytes(_ file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
  }

  /// Writes a file of the folder.
  func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(file))
  }

  /// Puts bytes in the place of the first that are given, which must be there.
  func replace(_ old: [UInt8], _ new: [UInt8], in file: String) throws {
    var bytes = try bytes(file)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: old) }, "\(file)")
    bytes.replaceSubrange(place..<place + old.count, with: new)
    try write(bytes, to: file)
  }

  /// Puts a text in the place of the first that is given.
  func replace(_ old: String, _ new: String, in file: String) throws {
    try replace(Array(old.utf8), Array(new.utf8), in: file)
  }

  /// Puts other bytes from an offset on.
  func flip(_ file: String, from start: Int, count: Int = 1) throws {
    var bytes = try bytes(file)
    for place in start..<start + count { bytes[place] ^= 0xFF }
    try write(bytes, to: file)
  }

  /// Makes the codebook name another survey file.
  func deliver(_ name: String) throws {
    try replace("file: small.sav", "file: \(name)", in: "data/codebook.yaml")
  }

  private static let codebook = """
    study: { id: small, title: Small, language: en, selection: census }
    data: { file: small.sav, weight: weight_factor }
    waves: { "1": { label: one } }
    questions:
      role:
        label: Role
        text: Which office do you hold?
        kind: single
        column: role
        categories:
          mayor: { label: Mayor, code: 1 }
          alderman: { label: Alderman, code: 2 }
          councillor: { label: Councillor, code: 3 }
      gender:
        label: Gender
        text: Are you a man or a woman?
        kind: single
        column: gender
        categories:
          man: { label: Man, code: m }
          woman: { label: Woman, code: f }
    policy: { group: 1, cell: 1, indicative: 2, insufficient: 1 }

    """

  private static let answers = """
    role,gender,weight_factor
    1,m,1.5
    2,f,0.5
    3,f,1

    """
}
