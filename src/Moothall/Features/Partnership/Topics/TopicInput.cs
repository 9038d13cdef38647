using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Topics;

/// <summary>What one may say of a topic.</summary>
public sealed class TopicInput
{
    [Field("Label", Limit = 100, Required = "Enter the label people know the topic by")]
    public string Label { get; set; } = "";

    [Field("Legal term", Limit = 150, Hint = "Where today's legal term differs from the label.")]
    public string LegalTerm { get; set; } = "";

    [Field("What it is", Required = "Choose what it is")]
    public TopicKind? Kind { get; set; }

    [Field(
        "Who sees a case with this topic, unless someone decides otherwise",
        Name = "Who sees a case",
        Required = "Choose who sees a case with this topic"
    )]
    public CaseVisibility? DefaultVisibility { get; set; }

    [Field(
        "Why it was added",
        Limit = 300,
        Rows = 2,
        Hint = "Needed for a topic that the published terms do not list.",
        Conditional = true
    )]
    public string AddedBecause { get; set; } = "";

    [Field("Retired: it can no longer be chosen; cases that have it keep it")]
    public bool IsRetired { get; set; }

    internal static TopicInput Of(Topic topic) =>
        new()
        {
            Label = topic.Label,
            LegalTerm = topic.LegalTerm,
            Kind = topic.Kind,
            DefaultVisibility = topic.DefaultVisibility,
            AddedBecause = topic.AddedBecause,
            IsRetired = topic.IsRetired,
        };

    internal void ApplyTo(Topic topic)
    {
        (topic.Label, topic.LegalTerm, topic.Kind) = (Label, LegalTerm, Kind!.Value);
        topic.DefaultVisibility = DefaultVisibility!.Value;
        (topic.AddedBecause, topic.IsRetired) = (AddedBecause, IsRetired);
    }
}
