using Moothall.Features.Partnership.Members;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Invents on what basis each member shares information: most are current, one lapses soon, one has lapsed.</summary>
internal static class DemonstrationProtocols
{
    private const int LapsesSoon = 20;
    private const int Lapsed = 13;
    private const int NeverReminded = 8;

    // A guest speaker is nobody's member, so the class has no basis of its own.
    private const int GuestSpeakers = 14;

    public static void Write(DemonstrationStage stage, DateOnly today)
    {
        foreach (
            var (number, member) in stage.Written.Members.Where(pair => pair.Key != GuestSpeakers)
        )
        {
            var signed = today.AddDays(-stage.Choices.Between(210, 330));
            member.Basis =
                member.Kind == MemberKind.Organisation
                    ? ProtocolBasis.StatutoryProtocol
                    : ProtocolBasis.Signatory;
            member.ProtocolDate = signed;
            member.ProtocolEvidence =
                member.Kind == MemberKind.Organisation
                    ? "Recognised under the county's statutory protocol; letter in the team's folder"
                    : "Signed copy in the team's folder";
            member.ProtocolReviewDate = number switch
            {
                LapsesSoon => today.AddDays(18),
                Lapsed => today.AddDays(-5),
                _ => signed.AddYears(2),
            };
            member.RemindedOn = number == NeverReminded ? null : today.AddDays(-100);
        }
    }
}
