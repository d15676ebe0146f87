import CMalloc
import Glibc

/// Asks the system to give the heap in large pages.
///
/// A build writes to 25 MB once and ends; in pages of 4 KB the system is entered for each of them, which
/// takes one part in twenty-five of the time. Where the system has no large pages to give, nothing changes.
enum LargePages {
  /// By how much the heap grows at a time; untouched, it takes no memory.
  private static let growth = 64 << 20
  private static let page = 2 << 20

  /// Asks; before the first large use of the heap.
  static func ask() {
    // The heap grows in one step, keeps what is freed, and takes arrays up to the largest page in.
    guard mallopt(M_TOP_PAD, Int32(growth)) == 1, mallopt(M_TRIM_THRESHOLD, Int32(2 * growth)) == 1,
      mallopt(M_MMAP_THRESHOLD, Int32(page)) == 1
    else { return }
    guard let before = unsafe sbrk(0) else { return }
    // What no free stretch holds makes it grow; who asks for its size cannot be optimised away.
    let stretch = unsafe malloc(page / 2)
    guard unsafe malloc_usable_size(stretch) > 0 else { return }
    unsafe free(stretch)
    guard let after = unsafe sbrk(0) else { return }
    let start = (Int(bitPattern: before) + page - 1) / page * page
    let end = Int(bitPattern: after)
    guard start < end else { return }
    _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
  }
}
