using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Priorities;

/// <summary>What one may say of a priority.</summary>
public sealed class PriorityInput
{
    [Field("Name", Limit = 150, Required = "Enter the name of the priority")]
    public string Name { get; set; } = "";

    [Field("Short form", Limit = 12, Width = 10, Hint = "For example, ASB.")]
    public string Abbreviation { get; set; } = "";

    [Field("Whose priority it is", Required = "Choose whose priority it is")]
    public PrioritySource? Source { get; set; }

    [Field("What it means", Limit = 1000, Rows = 3)]
    public string Definition { get; set; } = "";

    [Field(
        "Where it is published",
        Limit = 200,
        Hint = "For example, the title of the plan and its years."
    )]
    public string PublishedIn { get; set; } = "";

    [Field("First day")]
    public DateOnly? From { get; set; }

    [Field("Last day")]
    public DateOnly? Until { get; set; }

    internal static PriorityInput Of(Priority priority) =>
        new()
        {
            Name = priority.Name,
            Abbreviation = priority.Abbreviation,
            Source = priority.Source,
            Definition = priority.Definition,
            PublishedIn = priority.PublishedIn,
            From = priority.From,
            Until = priority.Until,
        };

    internal void ApplyTo(Priority priority)
    {
        (priority.Name, priority.Abbreviation, priority.Source) = (
            Name,
            Abbreviation,
            Source!.Value
        );
        (priority.Definition, priority.PublishedIn) = (Definition, PublishedIn);
        (priority.From, priority.Until) = (From, Until);
    }
}
