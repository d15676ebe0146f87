import Diagnostics
import DocumentTree
import ReportSpec

extension BlockComposer {
  /// An address block: in one piece, a line for each thing that it says.
  func address(
    _ spec: AddressSpec, at range: SourceRange, into log: inout DiagnosticLog
  ) -> [Block] {
    guard let contact = spec.contact ?? imprint.contact, !contact.isEmpty else {
      log.report(.noContact(at: range))
      return []
    }
    return [Block(.paragraph(lines(of: contact)), style: "address", range: range)]
  }

  /// Where and when a text is signed, and a paragraph for each signatory.
  func signOff(_ spec: SignOffSpec, at range: SourceRange) -> [Block] {
    var blocks: [Block] = []
    var head: [Inline] = []
    if let place = spec.place { head.append(Inline(place.text, range: place.range)) }
    if let date = spec.date.map({ $0.value.text }) ?? imprint.date {
      if !head.isEmpty { head.append(Inline(", ")) }
      head.append(Inline(wording.date(date), origin: .date))
    }
    if !head.isEmpty { blocks.append(Block(.paragraph(head), style: "sign-off", range: range)) }
    for signatory in spec.signatories {
      var text = [Inline(signatory.name.text, .strong, range: signatory.name.range)]
      if let function = signatory.function {
        text += [Inline(", "), Inline(function.text, range: function.range)]
      }
      blocks.append(Block(.paragraph(text), style: "sign-off", range: range))
    }
    return blocks
  }

  /// The lines of a contact; numbers and addresses do not break, and lead to what they name. Without a
  /// contact there is the line of the report's organisation, if it has one.
  func lines(of contact: ContactDetails?) -> [Inline] {
    var lines: [[Inline]] = []
    func add(_ text: LocatedText?, _ emphasis: Emphasis = [], link: (String) -> String?) {
      guard let text else { return }
      let inline = Inline(
        text.text, emphasis, origin: .contact, link: link(text.text).map { .address($0) },
        range: text.range)
      lines.append([inline])
    }
    if let organisation = contact?.organisation?.text ?? imprint.organisation {
      lines.append([Inline(organisation, .strong, range: contact?.organisation?.range)])
    }
    guard let contact else { return lines.first ?? [] }
    add(contact.street) { _ in nil }
    let town = [contact.postcode.map { Self.unbroken($0.text) }, contact.place?.text]
      .compactMap { $0 }
    if !town.isEmpty {
      let range = contact.postcode?.range ?? contact.place?.range
      lines.append([Inline(town.joined(separator: "\u{2002}"), origin: .contact, range: range)])
    }
    add(contact.phone.map { LocatedText(Self.unbroken($0.text), at: $0.range) }) { text in
      "tel:" + text.filter { $0 == "+" || $0.isNumber }
    }
    add(contact.mail) { "mailto:" + $0 }
    add(contact.web) { $0.contains("://") ? $0 : "https://" + $0 }
    if let membership = contact.membership {
      lines.append([Inline(membership.text, range: membership.range)])
    }
    return Array(lines.joined(separator: [Inline("\n")]))
  }

  /// The text with blanks at which no line ends.
  private static func unbroken(_ text: String) -> String {
    String(text.map { $0 == " " ? "\u{A0}" : $0 })
  }
}
