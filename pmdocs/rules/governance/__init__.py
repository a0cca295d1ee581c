"""Who answers for what: roles, money, risks, approvals and decisions."""
