using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Where somebody lives and how they are reached, as a row says it: what may stand in the open, and what must not be disclosed.</summary>
internal sealed partial record RowContact(
    string Address,
    string Postcode,
    string Telephone,
    string HiddenAddress,
    string HiddenTelephone,
    bool IsMarked,
    bool IsKept
)
{
    private sealed record Cell(ImportField? Field, string Heading, string Text)
    {
        public bool IsPlace => Field is ImportField.Address or ImportField.Postcode;
        public bool IsOwn => IsPlace || Field is ImportField.Telephone;
    }

    /// <summary>Reads a row. A heading that says so speaks for its own column, a word beside the columns for all of them.</summary>
    public static RowContact Of(RowValues row)
    {
        var cells = row
            .Table.Columns.Select(column => new Cell(
                column.Field,
                column.Heading,
                row.Row.At(column.Index).Text.Trim()
            ))
            .Where(cell => !Nothing.Is(cell.Text))
            .ToList();
        var (noAddress, noTelephone) = (false, false);
        foreach (var cell in cells.Where(IsMark))
        {
            var (address, telephone) = cell switch
            {
                { IsPlace: true } => (true, false),
                { IsOwn: true } => (false, true),
                _ when KeptValues.Says(cell.Text) => (true, true),
                _ => Scope(cell.Heading),
            };
            noAddress |= address;
            noTelephone |= telephone;
        }

        var values = cells.Where(cell => cell.IsOwn && !Answer().IsMatch(cell.Text)).ToList();
        var hidden = new HashSet<Cell>(ReferenceEqualityComparer.Instance);
        var isBefore = false;
        foreach (var cell in values)
        {
            var isKept = cell.IsPlace
                ? noAddress
                    || KeptValues.Marks(cell.Heading)
                    || (isBefore && !Begins().IsMatch(cell.Heading))
                : noTelephone || KeptValues.Marks(cell.Heading);
            isBefore = cell.IsPlace ? isKept : isBefore;
            if (isKept)
            {
                hidden.Add(cell);
            }
        }

        // A postcode in the open beside a kept address alone is that address's.
        if (
            hidden.Any(cell => cell.IsPlace)
            && !values.Exists(cell => cell.Field == ImportField.Address && !hidden.Contains(cell))
        )
        {
            hidden.UnionWith(values.Where(cell => cell.IsPlace));
        }

        string Open(ImportField field) =>
            string.Join(
                ", ",
                values
                    .Where(one => one.Field == field && !hidden.Contains(one))
                    .Select(one => one.Text)
            );
        string Kept(string between, params ImportField?[] fields) =>
            string.Join(
                between,
                values
                    .Where(one => fields.Contains(one.Field) && hidden.Contains(one))
                    .Select(one => KeptValues.Plain(one.Text))
                    .Where(text => text.Length > 0)
            );
        return new(
            Open(ImportField.Address),
            Open(ImportField.Postcode),
            Open(ImportField.Telephone),
            Kept("\n", ImportField.Address, ImportField.Postcode),
            Kept(", ", ImportField.Telephone),
            noAddress || hidden.Any(cell => cell.IsPlace),
            hidden.Count > 0
        );
    }

    // Whether a cell says of others that they must not be disclosed.
    private static bool IsMark(Cell cell)
    {
        var (isYes, isNo) = (Yes().IsMatch(cell.Text), No().IsMatch(cell.Text));
        if (MayBe().IsMatch(cell.Heading) && !KeptValues.Says(cell.Heading))
        {
            return isNo || (cell.IsOwn ? KeptValues.Marks(cell.Text) : KeptValues.Says(cell.Text));
        }

        return cell.IsOwn
            ? KeptValues.Marks(cell.Heading)
                ? isYes && Answer().IsMatch(cell.Text)
                : KeptValues.Marks(cell.Text)
            : KeptValues.Says(cell.Text)
                || (KeptValues.Says(cell.Heading) && !isNo)
                || (Secret().IsMatch(cell.Heading) && isYes);
    }

    // What a heading speaks of: said of neither, it is both.
    private static (bool Address, bool Telephone) Scope(string heading)
    {
        var (place, number) = (Places().IsMatch(heading), Numbers().IsMatch(heading));
        return place == number ? (true, true) : (place, number);
    }

    [GeneratedRegex(
        @"^(y|yes|true|x|1|✓|✔|☑|☒|ticked|n|no|false|0|☐)\W*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Answer();

    [GeneratedRegex(
        @"^(y|yes|true|x|1|✓|✔|☑|☒|ticked)(?!\w)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Yes();

    [GeneratedRegex(
        @"^(n|no|false|0|☐)(?!\w)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex No();

    [GeneratedRegex(
        @"\b(confidential|undisclosed|withheld|refuge)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Secret();

    // "May the address be disclosed?"
    [GeneratedRegex(
        @"^(?=.*\b(address|addr|location|phone|telephone|tel|mobile|number|contact)\b).*\b(disclose|disclosed|share|shared|released?)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex MayBe();

    [GeneratedRegex(
        @"\b(address|addr|postcode|location|house|refuge)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Places();

    [GeneratedRegex(
        @"\b(phone|telephone|tel|mobile|number)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Numbers();

    // Another address begins here; "Address line 2" and a postcode go on with the one to their left.
    [GeneratedRegex(
        @"^(?!.*[2-9]).*\b(address|addr|residence)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Begins();
}
