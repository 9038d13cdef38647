using System.Text.RegularExpressions;
using Moothall.Matching;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Spelling;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>The priorities of a document in the order in which they come, found again however they are written.</summary>
internal sealed partial class PriorityBook
{
    /// <summary>What plans call a priority, before its number.</summary>
    public const string Kind =
        @"(?:(?:csp|strategic|key)\s+)?(?:priority|theme|objective|blaenoriaeth|thema)";

    /// <summary>Its number, in figures or in words.</summary>
    public const string Number =
        @"(?:area\s*)?(?:no\.?\s*)?(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)";

    /// <summary>The letter or the Roman number that some write in its place.</summary>
    public const string Letter = "(?:[a-h]|i{1,3}|iv|vi{0,3})";

    private const double Near = 0.9;
    private const double Likely = 0.8;
    private const double HalfOf = 0.5;

    private readonly List<ReadPriority> all = [];

    public IReadOnlyList<ReadPriority> All => all;

    /// <summary>The priority of this name; it is added where there is none.</summary>
    public ReadPriority Named(string words)
    {
        var (name, short_) = Names(words);
        if (Same(name, short_) is { } known)
        {
            return known;
        }

        var priority = new ReadPriority { Name = name, Abbreviation = short_ };
        all.Add(priority);
        return priority;
    }

    /// <summary>The priority of exactly this name, but for signs and what stands in brackets; nothing where there is none.</summary>
    public ReadPriority? Find(string words)
    {
        var (name, short_) = Names(words);
        return Same(name, short_);
    }

    /// <summary>The priority that words mean. One that is only nearly the same is asked about.</summary>
    public ReadPriority Meant(string words, PlanDraft draft)
    {
        if (Find(words) is { } same)
        {
            return same;
        }

        var key = Key(words);
        var near = all.Select(one => (Priority: one, Score: Likeness(key, Key(one.Name))))
            .Where(one => one.Score >= HalfOf)
            .OrderByDescending(one => one.Score)
            .ToList();
        if (near.Count == 0)
        {
            return Named(words);
        }

        var choices = near.Select(one => new QuestionChoice(one.Priority.Name, one.Priority.Name))
            .Append(new(QuestionBook.AsNew, "A priority of its own"))
            .ToList();
        var answer = draft.Ask(
            "priority",
            words,
            $"Which priority is “{words}”?",
            choices,
            near[0].Score >= Likely
            || key.Length > 0
                && Key(near[0].Priority.Name).StartsWith(key, StringComparison.Ordinal)
                ? near[0].Priority.Name
                : QuestionBook.AsNew
        );
        return near.Find(one => one.Priority.Name == answer).Priority ?? Named(words);
    }

    /// <summary>Whether a priority that the partnership has is this one: the same name, or the same short form.</summary>
    public static bool IsSame(KnownPriority known, ReadPriority one) =>
        WholeKey(known.Name) == WholeKey(one.Name)
        || one.Abbreviation.Length > 0 && known.Abbreviation == one.Abbreviation;

    /// <summary>How near two names are, but for signs and what stands in brackets, from 0 to 1; 0 where they are not near.</summary>
    public static double Nearness(string one, string other) => Likeness(Key(one), Key(other));

    private ReadPriority? Same(string name, string short_)
    {
        var key = Key(name);
        return all.Find(one => Key(one.Name) == key)
            ?? all.Find(one =>
                one.Abbreviation.Length > 0
                && (Key(one.Abbreviation) == key || one.Abbreviation == short_)
            );
    }

    private static double Likeness(string one, string other) =>
        one.Length == 0 || other.Length == 0 ? 0
        : one.Contains(other, StringComparison.Ordinal)
        || other.Contains(one, StringComparison.Ordinal)
            ? Math.Max(
                HalfOf,
                (double)Math.Min(one.Length, other.Length) / Math.Max(one.Length, other.Length)
            )
        : TextDistance.JaroWinkler(one, other) is >= Near and var near ? near
        : 0;

    // "Domestic abuse (DA)" has a short form; "(including alcohol)" says what belongs to it.
    private static (string Name, string Abbreviation) Names(string words)
    {
        var whole = words.Trim().TrimEnd('.', ':', ';', ',');
        // "Priority one" alone is a poor name, and better than none.
        var text = Numbered().Replace(whole, "").Trim() is { Length: > 0 } named ? named : whole;
        var brackets = Brackets().Match(text);
        return brackets.Success && Short().IsMatch(brackets.Groups["in"].Value)
            ? (text[..brackets.Index].Trim(), brackets.Groups["in"].Value)
            : (text, "");
    }

    private static string Key(string name) => WholeKey(AnyBrackets().Replace(name, " "));

    private static string WholeKey(string name) =>
        FoldedText.Letters(name.Replace("&", " and ", StringComparison.Ordinal));

    [GeneratedRegex(
        $@"^(?:{Kind}\s*(?:{Number}\s*[-–—:.)]*|{Letter}\s*[-–—:.)]+|:)|[0-9]{{1,2}}\s*[.):]|[0-9]{{1,2}}\s+[-–—])\s*",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\(\s*(?<in>[^()]{1,40}?)\s*\)\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex AnyBrackets();

    [GeneratedRegex(@"^[A-Z][A-Z&/]{1,7}\z", RegexOptions.None, 1000)]
    private static partial Regex Short();
}
