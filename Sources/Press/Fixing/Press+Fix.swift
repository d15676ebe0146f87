import Diagnostics
import Foundation
import ReportSpec

/// What `check --fix` did.
public struct FixSummary: Sendable, Hashable {
  /// The changes as unified diffs, a file after the other; empty if there is nothing to fix.
  public var diff: String
  /// How many bound words were rewritten.
  public var count: Int
  /// What was checked, as `check` says it; nil if faults stood in its way.
  public var checked: String?
}

extension Press {
  /// How often words are held against the data again after a change: a span may have two faults.
  private static let fixRounds = 4

  /// Rewrites the bound words that the data changed, in the sources of a report.
  ///
  /// Only the words between the brackets change, in the form that they have; every other byte of a file
  /// stays. A file is written whole or not at all. What no words can mend stays an error.
  ///
  /// - Parameters:
  ///   - folder: the report folder.
  ///   - house: where layouts and fonts are.
  ///   - name: the edition; nil for all.
  ///   - isDryRun: whether the files stay as they are.
  /// - Returns: the diff; in the log what is left to be said after the change.
  /// - Throws: `HostError` if the machine refuses something.
  public static func fix(
    _ folder: String, house: House, edition name: String?, isDryRun: Bool
  ) throws -> Outcome<FixSummary> {
    var outcome = try check(folder, house: house, edition: name)
    var originals: [String: SourceFile] = [:]
    var changed: [String: SourceFile] = [:]
    var count = 0
    for _ in 0..<fixRounds {
      let fixes = WordFix.fixes(of: outcome.log.diagnostics, in: outcome.sources)
      if fixes.isEmpty { break }
      for (path, fixes) in fixes {
        guard let source = outcome.sources[path] else { continue }
        if originals[path] == nil { originals[path] = source }
        changed[path] = WordFix.apply(fixes, to: source)
        count += fixes.count
      }
      outcome = try check(
        SourceLibrary(folder: folder, replacing: changed), house: house, edition: name)
    }
    if !isDryRun {
      let root = SourceLibrary(folder: folder).folder
      for path in changed.keys.sorted() {
        guard let old = originals[path], let new = changed[path] else { continue }
        try replace(old, by: new, at: "\(root)/\(path)")
      }
    }
    let diff = changed.keys.sorted().map { path in
      UnifiedDiff(of: path, from: originals[path]?.text ?? "", to: changed[path]?.text ?? "").text
    }.joined()
    let summary = FixSummary(diff: diff, count: count, checked: outcome.value)
    return Outcome(value: summary, log: outcome.log, sources: outcome.sources)
  }

  /// Writes a file anew, with the byte-order mark that it had; refuses one that somebody else changed.
  private static func replace(
    _ old: SourceFile, by new: SourceFile, at path: String
  ) throws(HostError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let found = FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    if found == old.bytes {
      try HostFiles.write(new.bytes, to: path)
    } else if found == mark + old.bytes {
      try HostFiles.write(mark + new.bytes, to: path)
    } else {
      throw HostError("\(path) changed while it was read: nothing was written to it")
    }
  }
}
