using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.SharingProtocols;

/// <summary>A domain found secure, with the evidence.</summary>
public sealed class DomainInput
{
    [Field(
        "Domain",
        Limit = 253,
        Width = 30,
        Required = "Enter a domain",
        Hint = "What stands after the @, for example council.gov.uk. Addresses below it count too."
    )]
    public string Domain { get; set; } = "";

    [Field(
        "Evidence",
        Limit = 500,
        Rows = 3,
        Required = "Say what was checked",
        Hint = "For example: enforces TLS, publishes a DMARC policy of reject, letter from their information security officer."
    )]
    public string Evidence { get; set; } = "";

    [Field("Checked on", Required = "Enter the date of the check")]
    public DateOnly? CheckedOn { get; set; }

    [Field(
        "To be checked again by",
        Required = "Enter when it is to be checked again",
        Hint = "After this day the domain no longer counts."
    )]
    public DateOnly? ReviewOn { get; set; }

    /// <summary>What is wrong with it: the name of the field and the words. A retired suffix is refused with what became of it.</summary>
    internal IEnumerable<(string Field, string Problem)> Problems(DateOnly today)
    {
        var entry = new AllowedDomain(Domain, Evidence, CheckedOn!.Value, ReviewOn!.Value);
        if (entry.Problem() is { } problem)
        {
            yield return (
                entry.ReviewOn < entry.CheckedOn ? nameof(ReviewOn) : nameof(Domain),
                problem
            );
            yield break;
        }

        if (entry.CheckedOn > today)
        {
            yield return (nameof(CheckedOn), "The date of the check is in the future.");
        }

        var verdict = new SecureDomains(SecureDomainList.Historic, [entry]).Check(
            $"someone@{Domain}",
            today
        );
        if (verdict.Standing == AddressStanding.Retired)
        {
            yield return (
                nameof(Domain),
                $"{char.ToUpperInvariant(verdict.Reason[0])}{verdict.Reason[1..]}."
            );
        }
    }
}
