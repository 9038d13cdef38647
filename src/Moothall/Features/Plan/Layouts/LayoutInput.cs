using System.ComponentModel.DataAnnotations;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Layouts;

/// <summary>Where the actions of a plan stand.</summary>
public enum ActionPlace
{
    [Display(Name = "In one list")]
    OneList,

    [Display(Name = "Under their priorities and strands")]
    ByPriority,
}

/// <summary>What one says of a column.</summary>
public sealed class ColumnInput
{
    public ActionColumn Column { get; set; }

    [Field("Heading", Limit = PlanLayout.LongestHeading, Conditional = true)]
    public string Heading { get; set; } = "";

    [Field("Place", Width = 2, Least = 1, Most = 99, Conditional = true)]
    public int? Place { get; set; }
}

/// <summary>The form in which a partnership says how its plan is laid out.</summary>
public sealed class LayoutInput
{
    [Field("Where actions stand", Required = "Choose where actions stand")]
    public ActionPlace? Where { get; set; } = ActionPlace.OneList;

    /// <summary>Every column there is; those without a place are left out.</summary>
    public List<ColumnInput> Columns { get; set; } = [];

    /// <summary>The form as a layout fills it.</summary>
    public static LayoutInput Of(PlanLayout layout) =>
        new()
        {
            Where = layout.IsByPriority ? ActionPlace.ByPriority : ActionPlace.OneList,
            Columns =
            [
                .. layout.Columns.Select(
                    (one, at) =>
                        new ColumnInput
                        {
                            Column = one.Column,
                            Heading = one.Heading,
                            Place = at + 1,
                        }
                ),
                .. Enum.GetValues<ActionColumn>()
                    .Where(column => layout.Columns.All(one => one.Column != column))
                    .Select(column => new ColumnInput
                    {
                        Column = column,
                        Heading = DisplayNames.Of(column),
                    }),
            ],
        };

    /// <summary>What is wrong, with the field's name.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        var shown = Columns.Where(one => one.Place is not null).ToList();
        if (shown.Count == 0)
        {
            yield return ("", "Give at least one column a place.");
        }

        for (var at = 0; at < Columns.Count; at++)
        {
            var one = Columns[at];
            if (one.Place is null)
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(one.Heading))
            {
                yield return ($"Columns[{at}].Heading", "Enter a heading.");
            }
            else if (
                shown.Exists(other =>
                    other != one
                    && Columns.IndexOf(other) < at
                    && string.Equals(
                        other.Heading.Trim(),
                        one.Heading.Trim(),
                        StringComparison.CurrentCultureIgnoreCase
                    )
                )
            )
            {
                yield return (
                    $"Columns[{at}].Heading",
                    $"“{one.Heading.Trim()}” is the heading of another column."
                );
            }
        }
    }

    /// <summary>The layout that the form says. Columns with the same place stand as they did in the form.</summary>
    public PlanLayout ToLayout() =>
        new(
            Where == ActionPlace.ByPriority,
            [
                .. Columns
                    .Where(one => one.Place is not null)
                    .OrderBy(one => one.Place)
                    .Select(one => new PlanColumn(one.Column, one.Heading.Trim())),
            ]
        );
}
