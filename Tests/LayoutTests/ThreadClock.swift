import Glibc

/// The processor time of the calling thread, which tests beside it do not slow down.
enum ThreadClock {
  /// The time in seconds.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
