import Foundation

/// What the machine refused: a file that cannot be read, written or renamed.
public struct HostError: Error, Sendable, CustomStringConvertible {
  /// The file and the reason, in one sentence.
  public let description: String

  /// Creates an error from a sentence.
  init(_ description: String) { self.description = description }

  init(_ action: String, _ path: String, reason: Int32 = errno) {
    let words = unsafe strerror(reason).map { unsafe String(cString: $0) } ?? "error \(reason)"
    description = "cannot \(action) \(path): \(words)"
  }
}

/// Files as batch printing needs them: each is written whole or not at all.
enum HostFiles {
  /// Writes a file beside its place, syncs it and renames it: no reader ever sees half a file.
  ///
  /// Folders on the way are made. An existing file is replaced in one step.
  static func write(_ bytes: [UInt8], to path: String) throws(HostError) {
    let folder = (path as NSString).deletingLastPathComponent
    try makeFolder(folder.isEmpty ? "." : folder)
    let temporary = path + ".part"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw HostError("write", temporary) }
    do throws(HostError) {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, path: temporary)
      guard fsync(descriptor) == 0 else { throw HostError("sync", temporary) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    guard unsafe rename(temporary, path) == 0 else {
      let reason = errno
      unsafe unlink(temporary)
      throw HostError("rename", path, reason: reason)
    }
  }

  /// Copies a file of any size beside a place and renames the copy: no reader ever sees half a file.
  ///
  /// Folders on the way are made. An existing file is replaced in one step.
  static func copy(_ source: String, to path: String) throws(HostError) {
    let folder = (path as NSString).deletingLastPathComponent
    try makeFolder(folder.isEmpty ? "." : folder)
    let temporary = path + ".part"
    unsafe unlink(temporary)
    do {
      try FileManager.default.copyItem(atPath: source, toPath: temporary)
    } catch {
      unsafe unlink(temporary)
      throw HostError("copy \(source) to \(path)")
    }
    guard unsafe rename(temporary, path) == 0 else {
      let reason = errno
      unsafe unlink(temporary)
      throw HostError("rename", path, reason: reason)
    }
  }

  /// A path as people read it: relative to the current folder if it lies below.
  static func shown(_ path: String) -> String {
    let current = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(current) ? String(path.dropFirst(current.count)) : path
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(HostError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw HostError("make the folder", path, reason: EACCES)
    }
  }

  private static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(HostError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { buffer in
        unsafe Foundation.write(descriptor, buffer.baseAddress, buffer.count)
      }
      guard written > 0 else { throw HostError("write", path) }
      rest = rest.dropFirst(written)
    }
  }
}
