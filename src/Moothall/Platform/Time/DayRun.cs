namespace Moothall.Platform.Time;

/// <summary>Days from one to another in words.</summary>
public static class DayRun
{
    /// <summary>"18 October 2026", "5 to 11 October 2026", "25 November to 10 December 2026"; empty where there is no first day.</summary>
    public static string Words(DateOnly? from, DateOnly? until)
    {
        if (from is not { } first)
        {
            return "";
        }

        if (until is not { } last || last == first)
        {
            return UkTime.Date(first);
        }

        var whole = UkTime.Date(first);
        var kept = (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) => whole.Split(' ')[0],
            (true, false) => whole[..whole.LastIndexOf(' ')],
            _ => whole,
        };
        return $"{kept} to {UkTime.Date(last)}";
    }
}
