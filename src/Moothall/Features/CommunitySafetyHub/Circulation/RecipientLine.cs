using System.Security.Cryptography;
using System.Text;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>One line of the list people check before minutes go out: who, by which route, and why.</summary>
/// <param name="UserId">The account; nothing for an invitee without one.</param>
/// <param name="Name">The person.</param>
/// <param name="OrganisationName">The membership or agency they act for.</param>
/// <param name="Address">The address of their account; empty where there is none.</param>
/// <param name="Telephone">The number the account holds, to ring for the password; empty where there is none.</param>
/// <param name="Verdict">Route and reason.</param>
public sealed record RecipientLine(
    Guid? UserId,
    string Name,
    string OrganisationName,
    string Address,
    string Telephone,
    RouteVerdict Verdict
)
{
    /// <summary>Whether they get a copy by any route.</summary>
    public bool Gets => UserId is not null && Verdict.Route != CirculationRoute.None;

    /// <summary>Whose copy it is, printed on every page of it.</summary>
    public string Mark => $"Copy of {Name}, {OrganisationName}";

    /// <summary>A fingerprint of a list as it was shown, so that nobody releases to a list they have not seen.</summary>
    public static string Fingerprint(IEnumerable<RecipientLine> lines) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        lines.Select(line =>
                            $"{line.UserId}|{line.Name}|{line.Address}|{line.Verdict.Route}|{line.Verdict.Reason}"
                        )
                    )
                )
            )
        );
}
