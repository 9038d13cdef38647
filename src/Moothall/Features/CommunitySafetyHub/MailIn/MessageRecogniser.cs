using System.Globalization;
using System.Text.RegularExpressions;
using Moothall.Features.Partnership.Topics;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Recognises by the words people put before what they write: "Name:", "DOB:", "Address". It guesses nothing from running text.</summary>
public static partial class MessageRecogniser
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["name"] = "name",
        ["fullname"] = "name",
        ["nameofperson"] = "name",
        ["nameofsubject"] = "name",
        ["subjectname"] = "name",
        ["clientname"] = "name",
        ["personreferred"] = "name",
        ["firstname"] = "given",
        ["firstnames"] = "given",
        ["forename"] = "given",
        ["forenames"] = "given",
        ["givenname"] = "given",
        ["givennames"] = "given",
        ["surname"] = "family",
        ["lastname"] = "family",
        ["familyname"] = "family",
        ["dob"] = "born",
        ["dateofbirth"] = "born",
        ["born"] = "born",
        ["address"] = "address",
        ["homeaddress"] = "address",
        ["currentaddress"] = "address",
        ["postcode"] = "postcode",
        ["tel"] = "telephone",
        ["telno"] = "telephone",
        ["telephone"] = "telephone",
        ["telephonenumber"] = "telephone",
        ["phone"] = "telephone",
        ["phonenumber"] = "telephone",
        ["mobile"] = "telephone",
        ["mobilenumber"] = "telephone",
        ["contactnumber"] = "telephone",
    };

    /// <summary>Recognises what there is.</summary>
    /// <param name="message">The message.</param>
    /// <param name="topics">The topics in use.</param>
    /// <param name="openActions">How many open actions the sender's member has.</param>
    public static Recognised Of(
        MessageContent message,
        IReadOnlyList<Topic> topics,
        int openActions
    )
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = 0;
        foreach (var line in message.AllText.Split('\n'))
        {
            if (Field(line) is not { } field)
            {
                continue;
            }

            names += field.Label is "name" or "family" ? 1 : 0;
            fields.TryAdd(field.Label, field.Value);
        }

        var (given, family) = Name(fields);
        var address = Cut(fields.GetValueOrDefault("address", ""), 400);
        var postcode = Postcode()
            .Match($"{fields.GetValueOrDefault("postcode", "")} {address}")
            .Value.ToUpperInvariant();
        var telephone = fields.GetValueOrDefault("telephone", "");
        var references = CaseReference()
            .Matches($"{message.Subject} {message.AllText}".ToUpperInvariant())
            .Select(found => found.Value)
            .Distinct()
            .Take(10)
            .ToList();
        var found = new Recognised
        {
            GivenNames = Cut(given, 100),
            FamilyName = Cut(family, 100),
            DateOfBirth = Date(fields.GetValueOrDefault("born", "")),
            Address = address,
            Postcode = postcode,
            Telephone = telephone.Any(char.IsAsciiDigit) ? Cut(telephone, 60) : "",
            People = names,
            TopicIds = Topics($"{message.Subject}\n{message.AllText}", topics),
            References = references,
        };
        var (looks, why) = Kind(message, found, openActions);
        return found with { Looks = looks, Why = why };
    }

    private static (Looks, string) Kind(MessageContent message, Recognised found, int openActions)
    {
        var says = message.Subject.Contains("referral", StringComparison.OrdinalIgnoreCase);
        return found switch
        {
            { References.Count: > 0 } => (
                Looks.ActionNews,
                $"News of an action: it names {string.Join(", ", found.References.Take(3))}."
            ),
            { HasPerson: true, DateOfBirth: not null } => (
                Looks.Referral,
                "A referral: it gives a name and a date of birth."
            ),
            _ when says => (Looks.Referral, "A referral: its subject says so."),
            { HasPerson: true } => (Looks.Referral, "A referral: it gives a name."),
            _ when openActions > 0
                    && message.Subject.Contains("action", StringComparison.OrdinalIgnoreCase) => (
                Looks.ActionNews,
                "News of an action: its subject says so, and the sender’s agency has open actions."
            ),
            _ => (Looks.Unclear, "Not clear from its words."),
        };
    }

    private static (string Label, string Value)? Field(string line)
    {
        var sign = line.AsSpan(0, Math.Min(line.Length, 60)).IndexOfAny(':', '\t');
        if (sign <= 0)
        {
            return null;
        }

        var label = string.Concat(line[..sign].Where(char.IsAsciiLetter)).ToLowerInvariant();
        var value = line[(sign + 1)..].Trim().TrimStart(':').Trim();
        value = value.Split('\t')[0].Trim();
        return value.Length > 0 && Labels.TryGetValue(label, out var known) ? (known, value) : null;
    }

    private static (string Given, string Family) Name(Dictionary<string, string> fields)
    {
        if (fields.ContainsKey("given") || fields.ContainsKey("family"))
        {
            return (fields.GetValueOrDefault("given", ""), fields.GetValueOrDefault("family", ""));
        }

        var whole = Title().Replace(fields.GetValueOrDefault("name", ""), "").Trim();
        if (
            whole.Split(',', StringSplitOptions.TrimEntries) is [var last, var first, ..]
            && first.Length > 0
        )
        {
            return (first, last);
        }

        // What follows in brackets, or a date of birth on the same line, is no part of the name.
        whole = whole.Split('(', ';')[0].Trim();
        var words = whole.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            0 or > 6 => ("", ""),
            1 => ("", words[0]),
            _ => (string.Join(' ', words[..^1]), words[^1]),
        };
    }

    private static DateOnly? Date(string text)
    {
        var plain = Ordinal()
            .Replace(text.Split('(')[0], "${digit}")
            .Replace('.', '/')
            .Replace('-', '/')
            .Trim();
        string[] forms =
        [
            "d/M/yyyy",
            "yyyy/M/d",
            "d MMMM yyyy",
            "d MMM yyyy",
            "dddd d MMMM yyyy",
            "d/MMM/yyyy",
            "d M yyyy",
        ];
        return
            DateOnly.TryParseExact(
                plain,
                forms,
                CultureInfo.GetCultureInfo("en-GB"),
                DateTimeStyles.AllowWhiteSpaces,
                out var date
            )
            && date.Year > 1900
            ? date
            : null;
    }

    private static List<Guid> Topics(string text, IReadOnlyList<Topic> topics) =>
        [
            .. topics
                .Select(topic =>
                    (topic.Id, At: text.IndexOf(topic.Label, StringComparison.OrdinalIgnoreCase))
                )
                .Where(one => one.At >= 0)
                .OrderBy(one => one.At)
                .Take(3)
                .Select(one => one.Id),
        ];

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;

    [GeneratedRegex(
        @"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Postcode();

    [GeneratedRegex(
        @"\bCSH-\d{4}-[A-Z0-9]{4}\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CaseReference();

    [GeneratedRegex(
        @"^(?:mr|mrs|miss|ms|mx|dr)\.?\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Title();

    [GeneratedRegex(
        @"(?<digit>\d)(st|nd|rd|th)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Ordinal();
}
