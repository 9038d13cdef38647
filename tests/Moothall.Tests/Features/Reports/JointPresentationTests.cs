using Moothall.Features.Reports;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Reports;

/// <summary>Who of council, police and fire is among those who present.</summary>
public sealed class JointPresentationTests
{
    [Theory, Rule("S3-16")]
    [InlineData("", "the council, the police, the fire and rescue service")]
    [InlineData("Aldermere District Council|Wendleshire Police", "the fire and rescue service")]
    [InlineData("Dyfed Constabulary|Mid Fire and Rescue Service|Powys Council", "")]
    [InlineData(
        "Police, Fire and Crime Commissioner|Aldermere Borough Council",
        "the police, the fire and rescue service"
    )]
    [InlineData("Helpline Trust", "the council, the police, the fire and rescue service")]
    public void Told_by_the_names_of_organisations(string organisations, string missing) =>
        Assert.Equal(
            missing,
            string.Join(
                ", ",
                JointPresentation.Missing(
                    organisations.Split('|', StringSplitOptions.RemoveEmptyEntries)
                )
            )
        );
}
