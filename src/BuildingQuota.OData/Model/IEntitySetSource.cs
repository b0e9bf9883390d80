namespace BuildingQuota.OData.Model;

/// <summary>A declared set, once its row type no longer matters to the list that holds it.</summary>
internal interface IEntitySetSource
{
    string Name { get; }
    EntitySet Build();
}
