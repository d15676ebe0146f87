import Diagnostics
import DocumentTree
import ReportSpec

extension BlockComposer {
  /// A picture with its caption and source; nil for one that could not be read.
  mutating func picture(
    _ spec: ImageSpec, in scope: Scope, into log: inout DiagnosticLog
  ) -> CaptionedPicture? {
    guard let picture = spec.picture else { return nil }
    let caption = spec.caption.map { inlines.compose($0, in: scope, into: &log) }
    let source = spec.source.map {
      [Inline(wording.source, origin: .label)] + inlines.compose($0, in: scope, into: &log)
    }
    return CaptionedPicture(
      picture: picture, alternativeText: spec.alternativeText.text,
      caption: [caption, source].compactMap { $0 }.joinedWithSpaces, width: spec.width)
  }
}
