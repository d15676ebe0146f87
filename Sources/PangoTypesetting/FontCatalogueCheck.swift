import ContentHash
public import Diagnostics
public import Drawing
private import Glibc

/// Checks that every font file and dictionary of a catalogue is there and is the one that was listed.
///
/// - Parameters:
///   - fonts: the catalogue.
///   - log: gets `missing-font-file` or `changed-font-file` for each file that is not as listed.
public func verify(_ fonts: FontCatalogue, into log: inout DiagnosticLog) {
  let files =
    fonts.faces.map { ($0.path, $0.sha256, $0.package) }
    + fonts.dictionaries.map { ($0.path, $0.sha256, $0.package) }
  var hashes: [String: ContentHash?] = [:]
  for (path, listed, package) in files {
    let hash = hashes[path] ?? hashOfFile(path)
    hashes[path] = .some(hash)
    guard let hash else {
      log.report(.missingFontFile(path, package: package))
      continue
    }
    if hash.hexadecimal != listed.lowercased() {
      log.report(
        .changedFontFile(path, listed: listed, found: hash.hexadecimal, package: package)
      )
    }
  }
}

/// The SHA-256 of a file, read piece by piece; nil if it cannot be read.
private func hashOfFile(_ path: String) -> ContentHash? {
  guard let file = unsafe fopen(path, "rb") else { return nil }
  defer { unsafe fclose(file) }
  var hasher = ContentHasher()
  let size = 1 << 16
  while true {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      unsafe count = fread(buffer.baseAddress, 1, size, file)
    }
    if bytes.isEmpty { break }
    hasher.update(bytes)
  }
  return unsafe ferror(file) == 0 ? hasher.finish() : nil
}
