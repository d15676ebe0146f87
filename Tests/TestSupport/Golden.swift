private import Foundation
public import Testing

/// Compares a text with `Goldens/<name>.txt` beside the calling test file.
///
/// With `KATERN_RECORD_GOLDENS` in the environment the file is written, and the test still fails, so
/// that a new golden never passes without a look at it.
public func expectGolden(
  _ text: String,
  named name: String,
  filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens").appendingPathComponent(name + ".txt")
  let expected = try? String(contentsOf: file, encoding: .utf8)
  if expected == text { return }
  if ProcessInfo.processInfo.environment["KATERN_RECORD_GOLDENS"] != nil {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record(
        "recorded golden \(name): look at the difference",
        sourceLocation: sourceLocation
      )
    } catch {
      Issue.record("cannot write golden \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected else {
    Issue.record(
      "no golden \(name); set KATERN_RECORD_GOLDENS to write it",
      sourceLocation: sourceLocation
    )
    return
  }
  let (line, old, new) = firstDifference(expected, text)
  Issue.record(
    "golden \(name) differs at line \(line)\n- \(old)\n+ \(new)",
    sourceLocation: sourceLocation
  )
}

/// The first line in which two texts differ, counted from 1, and what each has there.
func firstDifference(_ old: String, _ new: String) -> (line: Int, old: String, new: String) {
  let old = old.split(separator: "\n", omittingEmptySubsequences: false)
  let new = new.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(old.count, new.count) {
    let left = index < old.count ? String(old[index]) : "(end of text)"
    let right = index < new.count ? String(new[index]) : "(end of text)"
    if left != right { return (index + 1, left, right) }
  }
  return (max(old.count, new.count), "", "")
}
