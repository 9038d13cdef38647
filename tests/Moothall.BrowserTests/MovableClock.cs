using System.Diagnostics;
using System.Globalization;

namespace Moothall.BrowserTests;

/// <summary>
/// The time that a started process believes it is. The product has no switch for it: the operating system's answer is
/// replaced around the process, by Debian's package faketime, so that what runs is what is installed.
/// </summary>
public sealed class MovableClock(string folder)
{
    private readonly string file = Path.Combine(folder, "clock");

    /// <summary>Lets the process, once it is started, read its time from this clock.</summary>
    public void RunUnder(ProcessStartInfo start)
    {
        start.Environment["LD_PRELOAD"] = Library();
        start.Environment["FAKETIME_TIMESTAMP_FILE"] = file;
        // The file is read again each second; timers and waits go on in real time.
        start.Environment["FAKETIME_CACHE_DURATION"] = "1";
        start.Environment["DONT_FAKE_MONOTONIC"] = "1";
        // Without this, waits of .NET's own threads return at once and use up a processor.
        start.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        start.Environment["NO_FAKE_STAT"] = "1";
    }

    /// <summary>Sets it to an instant in UTC, from which it goes on at the usual pace.</summary>
    public void Set(DateTime utc)
    {
        var ahead = (long)(utc - TimeProvider.System.GetUtcNow().UtcDateTime).TotalSeconds + 1;
        var sign = ahead < 0 ? "-" : "+";
        var written = file + ".new";
        File.WriteAllText(
            written,
            string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(ahead)}\n")
        );
        File.Move(written, file, overwrite: true);
    }

    private static string Library() =>
        Directory
            .GetDirectories("/usr/lib")
            .Select(place => Path.Combine(place, "faketime", "libfaketimeMT.so.1"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "The package faketime is missing: apt-get install faketime"
        );
}
