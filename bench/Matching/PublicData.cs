using Moothall.BrowserTests;

namespace Moothall.Bench.Matching;

/// <summary>The public data that lie beside the project, in <c>../shared/data</c>, or beside a folder around it.</summary>
internal static class PublicData
{
    public static string Folder(string name)
    {
        for (
            var around = Directory.GetParent(RunningMoot.Root);
            around is not null;
            around = around.Parent
        )
        {
            var folder = Path.Combine(around.FullName, "shared", "data", name);
            if (Directory.Exists(folder))
                return folder;
        }

        throw new InvalidDataException(
            "The public lists are missing: ../shared/data/linkage should hold febrl/dataset3.csv, fake_1000.csv and the lists of common names."
        );
    }
}
