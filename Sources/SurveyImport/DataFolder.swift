import ContentHash
import Diagnostics
import Foundation
import SurveyResults

/// The folder of a codebook and its data; nothing outside it is ever opened.
struct DataFolder {
  private let root: String
  private let name: String
  /// The texts that were read, by the path that diagnostics print.
  private(set) var sources: [String: SourceFile] = [:]
  /// What was read, with its hash.
  private(set) var inputs: [InputFile] = []

  init(folder: String, name: String) {
    root = URL(fileURLWithPath: folder).appendingPathComponent(name).resolvingSymlinksInPath().path
    self.name = name
  }

  /// The absolute path of a file in the folder; anything else is reported.
  func path(
    of file: String, at range: SourceRange?, into log: inout DiagnosticLog
  ) -> String? {
    let url = URL(fileURLWithPath: root).appendingPathComponent(file).resolvingSymlinksInPath()
    let path = url.standardizedFileURL.path
    guard !file.hasPrefix("/"), path.hasPrefix(root + "/") else {
      log.report(.outsideFolder(file, at: range))
      return nil
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes else {
      log.report(.missingFile("\(name)/\(file)", at: range))
      return nil
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      log.report(.notAFile("\(name)/\(file)", at: range))
      return nil
    }
    return path
  }

  /// Reads a text file in the folder.
  mutating func text(
    _ file: String, at range: SourceRange?, into log: inout DiagnosticLog
  ) -> SourceFile? {
    guard let path = path(of: file, at: range, into: &log) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      log.report(.unreadableFile("\(name)/\(file)", at: range))
      return nil
    }
    let shown = "\(name)/\(file)"
    guard let text = String(validating: data, as: UTF8.self) else {
      log.report(.notUTF8(shown, at: range))
      return nil
    }
    let source = SourceFile(path: shown, text: text)
    sources[shown] = source
    inputs.append(
      InputFile(path: shown, sha256: ContentHash(of: [UInt8](data)).hexadecimal))
    return source
  }

  /// A file as diagnostics print it: one in the folder by its path from the report folder.
  func shown(_ file: String) -> String { file.contains("/") ? file : "\(name)/\(file)" }

  /// Notes a file that was streamed, with the SHA-256 of its bytes.
  mutating func addInput(_ file: String, sha256: String) {
    inputs.append(InputFile(path: file, sha256: sha256))
  }
}
