/// Names one face of one font file; the same number on every run of the same catalogue.
public struct FontID: Sendable, Hashable, Comparable {
  /// The position in the catalogue, from 0.
  public var index: Int

  /// Creates an id from a position in the catalogue.
  public init(_ index: Int) { self.index = index }

  /// Whether the left id comes first in the catalogue.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// One face: which file has it, and what it looks like.
public struct FontFace: Sendable, Hashable {
  /// Its number in the catalogue.
  public var id: FontID
  /// The family name that styles use.
  public var family: String
  /// The weight, 100 (thin) to 900 (black); 400 is regular.
  public var weight: Int
  /// Whether the face is italic.
  public var isItalic: Bool
  /// The absolute path of the font file.
  public var path: String
  /// The index of the face in its file; 0 for a file with one face.
  public var faceIndex: Int
  /// The SHA-256 of the file as `fonts.yaml` states it, 64 hexadecimal digits.
  public var sha256: String
  /// The Debian package that brings the file; nil for a file of the user's own.
  public var package: String?

  /// Creates a face.
  public init(
    id: FontID, family: String, weight: Int, isItalic: Bool, path: String, faceIndex: Int,
    sha256: String, package: String?
  ) {
    self.id = id
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
    self.path = path
    self.faceIndex = faceIndex
    self.sha256 = sha256
    self.package = package
  }
}

/// A hyphenation dictionary: its language, file and hash.
public struct HyphenationDictionary: Sendable, Hashable {
  /// A BCP 47 language, such as `nl`.
  public var language: String
  /// The absolute path of the dictionary.
  public var path: String
  /// The SHA-256 of the file as `fonts.yaml` states it.
  public var sha256: String
  /// The Debian package that brings the file; nil for a file of the user's own.
  public var package: String?

  /// Creates a dictionary entry.
  public init(language: String, path: String, sha256: String, package: String?) {
    self.language = language
    self.path = path
    self.sha256 = sha256
    self.package = package
  }
}

/// The fonts and hyphenation dictionaries that may be used; nothing else on the machine ever is.
public struct FontCatalogue: Sendable, Hashable {
  /// The faces; a face's id is its index.
  public var faces: [FontFace]
  /// The hyphenation dictionaries.
  public var dictionaries: [HyphenationDictionary]

  /// Creates a catalogue; the faces' ids must be their indices.
  public init(faces: [FontFace], dictionaries: [HyphenationDictionary] = []) {
    precondition(faces.enumerated().allSatisfy { $0.offset == $0.element.id.index })
    self.faces = faces
    self.dictionaries = dictionaries
  }

  /// The face with an id.
  public subscript(id: FontID) -> FontFace { faces[id.index] }

  /// The face of a family nearest to a weight, italic or not; nil for an unknown family.
  ///
  /// Italic goes before weight; of two weights equally near the heavier wins.
  public func face(family: String, weight: Int, isItalic: Bool) -> FontFace? {
    faces.filter { $0.family == family }.min { left, right in
      func key(_ face: FontFace) -> (Int, Int, Int) {
        (face.isItalic == isItalic ? 0 : 1, abs(face.weight - weight), -face.weight)
      }
      return key(left) < key(right)
    }
  }
}
