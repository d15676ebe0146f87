public import Diagnostics
import Foundation

/// The files of a report, each read once and kept, so that diagnostics can quote their lines.
///
/// Everything that a report names goes through `read`: it refuses what lies outside the report
/// folder (symbolic links resolved), what is too large, and what is no UTF-8 text.
public struct SourceLibrary: Sendable {
  /// The most bytes that a file may have.
  public static let sizeBound = 4_194_304

  /// The absolute path of the report folder, symbolic links resolved.
  public let folder: String
  /// The files read so far, by the path that diagnostics print.
  public private(set) var files: [String: SourceFile] = [:]

  /// Creates a library of a report folder; the folder need not exist.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - replacing: files by their path in the folder that are read in place of those on disk.
  public init(folder: String, replacing: [String: SourceFile] = [:]) {
    self.folder = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    files = replacing
  }

  /// Reads a file of the report by its path relative to the report folder.
  ///
  /// - Parameters:
  ///   - path: The path, relative to the report folder.
  ///   - range: Where the report names it; nil if Katern does.
  ///   - log: Receives `missing-file`, `outside-folder`, `unreadable-file`, `file-too-large`,
  ///     `not-utf8` or `control-character`.
  public mutating func read(
    _ path: String, at range: SourceRange?, into log: inout DiagnosticLog
  ) -> SourceFile? {
    guard let absolute = resolve(path) else {
      log.report(.outsideFolder(path, at: range))
      return nil
    }
    guard FileManager.default.fileExists(atPath: absolute) else {
      log.report(.missingFile(path, near: neighbours(of: path), at: range))
      return nil
    }
    return read(absolute: absolute, shownAs: path, at: range, into: &log)
  }

  /// Reads a file that belongs to Katern itself or that the user named on the command line.
  ///
  /// - Parameters:
  ///   - absolute: The path of the file.
  ///   - path: The path that diagnostics print.
  ///   - range: Where a report asks for it; nil if Katern does.
  ///   - log: Receives what is wrong.
  public mutating func read(
    absolute: String, shownAs path: String, at range: SourceRange?, into log: inout DiagnosticLog
  ) -> SourceFile? {
    if let file = files[path] { return file }
    guard FileManager.default.fileExists(atPath: absolute) else {
      log.report(.missingFile(path, near: [], at: range))
      return nil
    }
    guard
      let bytes = bytes(
        absolute: absolute, shownAs: path, bound: Self.sizeBound, at: range, into: &log)
    else { return nil }
    return add(path, bytes: bytes, into: &log)
  }

  /// Reads the bytes of a file of the report that is no text, such as a picture; they are not kept.
  ///
  /// - Parameters:
  ///   - path: The path, relative to the report folder.
  ///   - bound: The most bytes that the file may have.
  ///   - range: Where the report names it.
  ///   - log: Receives `missing-file`, `outside-folder`, `unreadable-file` or `file-too-large`.
  public func readBytes(
    _ path: String, bound: Int, at range: SourceRange, into log: inout DiagnosticLog
  ) -> [UInt8]? {
    guard let absolute = resolve(path) else {
      log.report(.outsideFolder(path, at: range))
      return nil
    }
    guard FileManager.default.fileExists(atPath: absolute) else {
      log.report(.missingFile(path, near: neighbours(of: path), at: range))
      return nil
    }
    return bytes(absolute: absolute, shownAs: path, bound: bound, at: range, into: &log)
  }

  private func bytes(
    absolute: String, shownAs path: String, bound: Int, at range: SourceRange?,
    into log: inout DiagnosticLog
  ) -> [UInt8]? {
    let real = URL(fileURLWithPath: absolute).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
      let size = (attributes[.size] as? NSNumber)?.intValue
    else {
      log.report(.unreadableFile(path, at: range))
      return nil
    }
    if size > bound {
      log.report(.fileTooLarge(path, bound: bound, at: range))
      return nil
    }
    guard let data = FileManager.default.contents(atPath: real) else {
      log.report(.unreadableFile(path, at: range))
      return nil
    }
    return Array(data)
  }

  /// Adds a text that was not read from a file.
  public mutating func add(_ file: SourceFile) { files[file.path] = file }

  /// The absolute path of a file of the report; nil if it would lie outside the folder.
  public func resolve(_ path: String) -> String? {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.utf8.contains(0),
      !path.split(separator: "/").contains("..")
    else { return nil }
    let absolute = URL(fileURLWithPath: folder + "/" + path).resolvingSymlinksInPath().path
    return absolute.hasPrefix(folder == "/" ? "/" : folder + "/") ? absolute : nil
  }

  /// The names of the files in a folder of the report, sorted; empty if there is no such folder.
  public func names(in folder: String) -> [String] {
    guard let absolute = resolve(folder) else { return [] }
    return ((try? FileManager.default.contentsOfDirectory(atPath: absolute)) ?? []).sorted()
  }

  private func neighbours(of path: String) -> [String] {
    let parts = path.split(separator: "/").dropLast()
    if parts.isEmpty {
      return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
    let parent = parts.joined(separator: "/")
    return names(in: parent).map { parent + "/" + $0 }
  }

  private mutating func add(
    _ path: String, bytes: [UInt8], into log: inout DiagnosticLog
  ) -> SourceFile? {
    let file = SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
    files[path] = file
    if file.bytes != bytes {
      let same = zip(file.bytes, bytes).prefix { $0 == $1 }.count
      log.report(.notUTF8(path, at: file.range(same..<same)))
      return nil
    }
    var isClean = true
    for (offset, byte) in bytes.enumerated()
    where byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) || byte == 0x7F {
      log.report(.controlCharacter(byte, at: file.range(offset..<offset + 1)))
      isClean = false
    }
    return isClean ? file : nil
  }
}
