import ContentHash
public import Diagnostics
public import Drawing

/// Checks that the font files and dictionaries of a catalogue are there and are those that were listed.
///
/// - Parameters:
///   - fonts: the catalogue.
///   - families: the families whose files are checked; nil for all.
///   - log: gets `missing-font-file` or `changed-font-file` for each file that is not as listed.
public func verify(
  _ fonts: FontCatalogue, families: Set<String>? = nil, into log: inout DiagnosticLog
) {
  let faces = fonts.faces.filter { families?.contains($0.family) ?? true }
  let files =
    faces.map { ($0.path, $0.sha256, $0.package) }
    + fonts.dictionaries.map { ($0.path, $0.sha256, $0.package) }
  var hashes: [String: ContentHash?] = [:]
  for (path, listed, package) in files {
    let hash = hashes[path] ?? ContentHash(ofFile: path)
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
