using System.Globalization;
using Moothall.Platform;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// The password of locked files changes monthly (S1-7.2i). We take the calendar month in London, so that everyone can tell from
/// the date alone which password a file has, and a password is never older than 31 days.
/// </summary>
public static class FilePasswordMonth
{
    /// <summary>May a password made at one instant still be used at another?</summary>
    public static Verdict MayUse(DateTime madeAtUtc, DateTime nowUtc)
    {
        var month = ArchivePassword.MonthOf(madeAtUtc);
        var name = month.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
        return month == ArchivePassword.MonthOf(nowUtc)
            ? Verdict.Yes($"This is the password of {name}.")
            : Verdict.No($"This was the password of {name}. A new one is needed each month.");
    }
}
