using System.Text.RegularExpressions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>
/// Finds addresses and numbers of which a list says that they must not be disclosed. They are kept for named people or left out,
/// and never written in the open.
/// </summary>
public static partial class KeptValues
{
    /// <summary>The answer that keeps them for whoever brings the list.</summary>
    public const string Keep = "keep";

    /// <summary>Whether a text says of something that it must not be disclosed.</summary>
    public static bool Says(string text) => Words().IsMatch(text);

    /// <summary>Whether a text holds what must not be disclosed together with the words that say so.</summary>
    public static bool Gives(string text) => Says(text) && Place().IsMatch(text);

    /// <summary>Whether what stands under a heading, of an address or a number, must not be disclosed.</summary>
    internal static bool Marks(string heading) => Says(heading) || Alone().IsMatch(heading);

    /// <summary>A value without the words that say so; empty where it is those words alone.</summary>
    public static string Plain(string value)
    {
        var plain = Empty()
            .Replace(Words().Replace(value, ""), "")
            .Trim(' ', ',', ';', ':', '-', '–', '.', '!');
        return Alone().Replace(plain, "").Any(char.IsLetterOrDigit) ? plain : "";
    }

    /// <summary>Asks what is to be done with them.</summary>
    internal static string? Ask(RowValues row, PlanBook book) =>
        row.Answered(
            book.Questions.Ask(
                "kept",
                "(rows)",
                "Some rows say that an address or a telephone number must not be disclosed. What should be done with these?",
                [
                    new(Keep, "Keep them: only you see them until you name others"),
                    new(QuestionBook.Without, "Leave them out, and bring the rows in without"),
                    new(QuestionBook.LeaveOut, "Leave the rows out"),
                ],
                Keep
            ),
            "It says that an address or a telephone number must not be disclosed."
        );

    /// <summary>A person of whose row something must not be disclosed, with that kept or left out.</summary>
    internal static PlannedPerson Of(
        RowValues row,
        RowContact contact,
        PlannedPerson person,
        PlanBook book
    )
    {
        if (!contact.IsKept)
        {
            return person;
        }

        var says = $"{row.Row.Place} says that something must not be disclosed";
        var what = (contact.HiddenAddress, contact.HiddenTelephone) switch
        {
            ("", "") => "",
            (_, "") => "the address",
            ("", _) => "the telephone number",
            _ => "the address and the telephone number",
        };
        if (what.Length == 0)
        {
            row.Warnings.Add($"{says}, and gives nothing that could be kept.");
            return person;
        }

        var keeps = Ask(row, book) == Keep;
        row.Warnings.Add(
            keeps
                ? $"{says}: {what} will be kept for you alone, until you name others."
                : $"{says}: {what} will not be written. Write it on the person’s page as one that is kept."
        );
        return person with
        {
            HiddenAddress = contact.HiddenAddress,
            HiddenTelephone = contact.HiddenTelephone,
            IsKept = keeps,
        };
    }

    /// <summary>Whether a text holds what must not be disclosed: by its own words, or because it repeats what is kept of these people.</summary>
    public static bool Holds(string text, List<PlannedPerson> people) =>
        Gives(text)
        || people
            .SelectMany(one => one.Hidden)
            .Any(one => ProtectedText.Holds(text, one.Kind, one.Value));

    /// <summary>Takes out of a case whatever repeats what its list says must not be disclosed.</summary>
    /// <returns>The people, of whom another's kept address is written of nobody.</returns>
    internal static List<PlannedPerson> Clear(
        List<RowValues> rows,
        List<PlannedPerson> people,
        List<string> places,
        List<string> notes,
        PlanBook book
    )
    {
        void Drop(List<string> from, Predicate<string> which, string what)
        {
            if (from.RemoveAll(which) > 0)
            {
                rows[0]
                    .Warnings.Add(
                        $"{what} will not be written, because it holds what must not be disclosed. Write it by hand without that."
                    );
            }
        }

        Drop(notes, note => Holds(note, people), "A note");
        if (notes.Exists(Says) && AskNote(rows[0], book) == QuestionBook.Without)
        {
            Drop(notes, Says, "A note");
        }

        var isMarked = people.Count == 0 && rows.Exists(row => RowContact.Of(row).IsMarked);
        var kept = rows.SelectMany(row => row.Texts(ImportField.Place))
            .Where(one => Marks(one.Heading))
            .Select(one => one.Text)
            .ToHashSet();
        Drop(places, place => isMarked || kept.Contains(place) || Holds(place, people), "A place");
        return people.ConvertAll(person =>
            Holds($"{person.Address}, {person.Postcode}, {person.Telephone}", people)
                ? Without(rows[0], person)
                : person
        );
    }

    // A house without a number is no place that can be recognised, so somebody looks.
    private static string? AskNote(RowValues row, PlanBook book) =>
        row.Answered(
            book.Questions.Ask(
                "keptnote",
                "(rows)",
                "Some notes say that something must not be disclosed, and no address or number can be recognised in them. What should be done with these notes?",
                [
                    new(QuestionBook.Without, "Leave these notes out, to be written by hand"),
                    new(Keep, "Write them: they hold no address and no number"),
                ],
                QuestionBook.Without
            ),
            ""
        );

    private static PlannedPerson Without(RowValues row, PlannedPerson person)
    {
        row.Warnings.Add(
            $"The address and telephone number of {person.Name.Full} will not be written: the list says elsewhere that the same must not be disclosed. Write them on the person’s page as kept."
        );
        return person with { Address = "", Postcode = "", Telephone = "" };
    }

    [GeneratedRegex(
        @"\b((do\s+not|don[’']?t|never)\s+(disclose|share|give\s+out|release|pass\s+on)|(must|should|can)\s?not\s+be\s+(disclosed|shared)|not\s+(to\s+be|for)\s+(disclosed|disclosure|shared|sharing|given\s+out)|DND|non-?\s?disclosure|safe\s+(contact\s+)?(address|addr|house|postcode|location|number|details|phone|telephone|tel|mobile)|(confidential|protected|undisclosed|secret|withheld|private)\s+(address|addr|postcode|location|number|phone|telephone|tel|mobile|contact)|(address|addr|postcode|location|number|phone|telephone|tel|mobile|details)\s+(is\s+|are\s+|to\s+be\s+|kept\s+)*(confidential|protected|undisclosed|secret|withheld))\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Words();

    // Beside an address these words say the same; in other texts they say other things too.
    [GeneratedRegex(
        @"\b(confidential|refuge|protected|undisclosed|withheld|private)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Alone();

    [GeneratedRegex(@"\(\s*\)|\[\s*\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Empty();

    // A postcode, a telephone number, or a house with its street.
    [GeneratedRegex(
        @"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b|\+?[0-9][0-9\s().\-]{7,}[0-9]|\b[0-9]+[a-z]?,?\s+(\p{L}+\s+){1,3}(street|st|road|rd|lane|avenue|ave|close|drive|way|court|crescent|gardens|grove|place|terrace|square|house|flats?|walk|hill|row|mews|view)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Place();
}
