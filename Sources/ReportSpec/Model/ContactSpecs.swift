public import Diagnostics

/// How an organisation is reached: `contact` of a report, and the body of ` ```address `.
public struct ContactDetails: Sendable, Hashable {
  /// The organisation; nil for the report's.
  public var organisation: LocatedText?
  /// Street and number.
  public var street: LocatedText?
  /// The postcode.
  public var postcode: LocatedText?
  /// The place.
  public var place: LocatedText?
  /// The telephone number, with blanks, brackets and hyphens as it is printed.
  public var phone: LocatedText?
  /// The mail address.
  public var mail: LocatedText?
  /// The web address, with or without `https://`.
  public var web: LocatedText?
  /// A line about memberships and certificates.
  public var membership: LocatedText?

  /// Whether nothing is said.
  public var isEmpty: Bool {
    [organisation, street, postcode, place, phone, mail, web, membership].allSatisfy { $0 == nil }
  }
}

/// An address block: ` ```address `; without a body it is the `contact` of the report.
public struct AddressSpec: Sendable, Hashable {
  /// What the block says itself; nil for the report's contact.
  public var contact: ContactDetails?
}

/// Who signs a text, where and when: ` ```sign-off `.
public struct SignOffSpec: Sendable, Hashable {
  /// Somebody who signs.
  public struct Signatory: Sendable, Hashable {
    /// The name.
    public var name: LocatedText
    /// What they are; nil for nothing.
    public var function: LocatedText?
  }

  /// The place; nil for none.
  public var place: LocatedText?
  /// The day; nil for that of the report.
  public var date: Located<ReportDate>?
  /// Those who sign, in order; at least one.
  public var signatories: [Signatory]
}
